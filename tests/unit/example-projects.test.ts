import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { examples } from "../engine/examples";

const checkout = join(__dirname, "..", "..");
const folder = join(checkout, "examples");
const foldersIn = (...path: string[]): string[] =>
  readdirSync(join(folder, ...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const names = foldersIn()
  // Those have pipelines instead of a program.
  .filter((name) => name !== "ci")
  .flatMap((name) => (name === "platform-and-teams" ? foldersIn(name).map((stack) => `${name}/${stack}`) : [name]));

interface PackageFile {
  readonly version: string;
  readonly main?: string;
  readonly exports?: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const packageFile = (...path: string[]): PackageFile => JSON.parse(readFileSync(join(checkout, ...path, "package.json"), "utf8"));
const readYaml = (...path: string[]): Record<string, unknown> => parse(readFileSync(join(checkout, ...path), "utf8"));

/** The packages that a program needs beside this one. */
const needed = ({ peerDependencies, peerDependenciesMeta = {} }: PackageFile): Record<string, string> =>
  Object.fromEntries(Object.entries(peerDependencies).filter(([name]) => !peerDependenciesMeta[name]?.optional));

describe("the projects of the examples", () => {
  for (const name of names) {
    it(`${name} is called like its folder, keeps Secrets in place, and says how it is run`, () => {
      const project = readYaml("examples", name, "Pulumi.yaml");
      expect(project.name).to.equal(name.replace("/", "-"));
      expect(project.config).to.deep.include({
        "kubernetes:enableSecretMutable": { value: true },
        "kubernetes:enableConfigMapMutable": { value: true },
      });
      const readme = readFileSync(join(folder, name, "README.md"), "utf8");
      expect(readme)
        .to.match(new RegExp(`^# ${name}\n`))
        .and.to.include(`    cd examples/${name}\n`)
        .and.to.include("    pulumi up\n");
    });
  }

  for (const [name, secrets] of Object.entries(examples)) {
    it(`${name} names the packages that this one needs, and the secrets that must be set`, () => {
      const own = packageFile();
      const { main, exports, dependencies, devDependencies } = packageFile("examples", name);
      expect({ main, exports }).to.deep.equal({ main: "index.ts", exports: undefined });
      expect(dependencies).to.deep.equal({ ...needed(own), "pulumi-victoriametrics": `^${own.version}` });
      expect(devDependencies).to.have.all.keys("@types/node", "typescript");
      expect(existsSync(join(folder, name, "tsconfig.json"))).to.equal(true);
      const readme = readFileSync(join(folder, name, "README.md"), "utf8");
      const isOptional = (key: string): boolean =>
        "default" in ((readYaml("examples", name, "Pulumi.yaml").config as Record<string, object>)[key] ?? {});
      for (const key of Object.keys(secrets).filter((secret) => !isOptional(secret))) {
        expect(readme).to.include(`    pulumi config set --secret ${key} `);
      }
    });
  }

  it("the top of the repository runs the quickstart", () => {
    expect(readYaml("Pulumi.yaml")).to.deep.include({ main: "examples/quickstart" });
  });
});
