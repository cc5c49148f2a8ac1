import { expect } from "chai";
import type { Manifest } from "../../../provider/render";
import { render } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";
import { inputs } from "../../binaries/inputs";

/** So small that jobs are spread over several Secrets. */
const defaults = { configDataBudgetBytes: 500 };

interface Container {
  readonly name: string;
  readonly args?: readonly string[];
}

const containersOf = ({ spec }: Manifest): Container[] => {
  const pod = (spec as { template?: { spec?: { containers?: Container[]; initContainers?: Container[] } } } | undefined)?.template?.spec;
  return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])];
};

const foldersOf = ({ args = [] }: Container, flag: string): string[] =>
  args.filter((argument) => argument.startsWith(`--${flag}=`)).map((argument) => argument.slice(flag.length + 3));

describe("config-reloader", () => {
  it("never gets folders to watch and folders to write to in unequal numbers, and has all jobs before the application starts", async () => {
    let overflowing = 0;
    for (const { name, text } of inputs()) {
      const { objects } = await render(readYaml(text, name), { onInvalid: "skip", defaults });
      for (const container of objects.flatMap(containersOf)) {
        const targets = foldersOf(container, "target-dir");
        if (targets.length > 0) expect(foldersOf(container, "watched-dir"), `${name}: ${container.name}`).to.have.lengthOf(targets.length);
      }
      for (const containers of objects.map(containersOf)) {
        const unpacked = (container: string) =>
          containers
            .filter((found) => found.name === container)
            .flatMap((found) => foldersOf(found, "target-dir").filter((folder) => folder.includes("sc-raw-")));
        expect(unpacked("config-init"), name).to.deep.equal(unpacked("config-reloader"));
        overflowing += unpacked("config-init").length;
      }
    }
    expect(overflowing, "no input has jobs in a second Secret").to.be.greaterThan(0);
  });
});
