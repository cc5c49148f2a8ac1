import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";
import { changeOfManifests } from "./provider/review/sources/manifests";
const docs = (f: string) => parseAllDocuments(readFileSync(f, "utf8")).map((d) => d.toJS());
const c = changeOfManifests({ manifests: [] }, { manifests: docs("/tmp/am.yaml") });
for (const x of c.configs) console.log(x.owner, x.now.map((l) => "  " + l).join("\n"));
