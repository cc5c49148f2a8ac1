import type { MadeObject } from "../../inspect/rights";
import type { Manifest } from "../../world/objects";
import { isMap } from "../differences";
import { documentIn, type State, type Step } from "./document";
import { NoPreviewError, unknownText } from "./preview";

/** The objects of Kubernetes in a preview of a whole program. */
export interface PreviewedObjects {
  readonly made: readonly MadeObject[];
  /** Objects that the program only reads. */
  readonly read: readonly Manifest[];
  /** Resources whose objects the preview does not show, for readers. */
  readonly notes: readonly string[];
}

/**
 * All objects of a program, its own ones as well as those of components, as `pulumi preview --json --show-sames --show-reads` shows them. Those that go
 * away are among them, since somebody must delete them.
 *
 * @throws NoPreviewError when the text has no preview, or one that leaves objects out.
 */
export function objectsOfPreview(text: string): PreviewedObjects {
  const { steps = [], changeSummary = {} } = documentIn(text) ?? {};
  const sames = steps.filter(({ op }) => op === "same").length;
  const leftOut = Number(changeSummary.same ?? 0) - sames;
  if (steps.length === 0) throw new NoPreviewError(`expected the output of \`${command}\`: a JSON object with \`steps\``);
  if (leftOut > 0) throw new NoPreviewError(`leaves out ${leftOut} resources that do not change: make it by \`${command}\``);
  const found = steps.flatMap(objectsOf);
  const all = found.filter(({ manifest }) => manifest.metadata.namespace !== unknownText);
  const releases = steps.filter((step) => typeOf(step) === helmRelease).map(({ urn }) => urn.split("::").at(-1));
  return {
    made: all.filter(({ isRead }) => !isRead),
    read: all.filter(({ isRead }) => isRead).map(({ manifest }) => manifest),
    notes: [
      ...releases.map(
        (name) => `the Helm release ${name} makes objects that a preview does not show: the rights for them are missing here`,
      ),
      ...found
        .filter((one) => !all.includes(one))
        .map(
          ({ manifest: { kind, metadata } }) =>
            `the namespace of ${kind} ${metadata.name} is not known yet: the rights for it are missing here`,
        ),
    ],
  };
}

const command = "pulumi preview --json --show-sames --show-reads";

/** Helm makes the objects of a release. */
const helmRelease = "kubernetes:helm.sh/v3:Release";

const typeOf = ({ oldState, newState }: Step): string => (newState ?? oldState)?.type ?? "";

interface PreviewedObject extends MadeObject {
  readonly isRead: boolean;
}

/** The object of a step before and after it: a changed one may be of another namespace. */
function objectsOf({ op, oldState, newState }: Step): PreviewedObject[] {
  return [oldState, newState].flatMap((state): PreviewedObject[] => {
    const manifest = state && manifestOf(state);
    if (!manifest) return [];
    return [{ manifest, isRetained: state.retainOnDelete === true || isPatch(state), isRead: op.startsWith("read") }];
  });
}

/** A resource that owns some fields of an object, which it neither makes nor deletes. */
const isPatch = ({ type = "" }: State): boolean => type.endsWith("Patch");

/** `kubernetes:apps/v1:Deployment`, also with a group such as `rbac.authorization.k8s.io`. */
const objectType = /^kubernetes:(?<apiVersion>[^:]+\/v[^:]+):(?<kind>[^:]+)$/;

/** The API versions of resources that no API server has: Pulumi's own ones for charts and files. */
const withoutObject = ["helm.sh/", "yaml/", "kustomize/"];

/** The object of a resource. One that is only read has no inputs, but its type and its id tell enough. */
function manifestOf({ type = "", id = "", inputs = {} }: State): Manifest | undefined {
  const { apiVersion, kind } = objectType.exec(type)?.groups ?? {};
  if (apiVersion === undefined || kind === undefined || withoutObject.some((group) => apiVersion.startsWith(group))) return undefined;
  const [name = "", namespace] = id.split("/").reverse();
  const ofId = { name, ...(namespace !== undefined && { namespace }) };
  const { metadata = ofId } = inputs;
  return {
    ...inputs,
    apiVersion: apiVersion.replace(/^core\//, ""),
    kind: isPatch({ type }) ? kind.replace(/Patch$/, "") : kind,
    metadata: (isMap(metadata) ? metadata : ofId) as unknown as Manifest["metadata"],
  };
}
