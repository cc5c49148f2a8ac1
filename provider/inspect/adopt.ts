import { deriveResource, type Program } from "../derivation";
import { type KindName, kinds, kindsTable } from "../kinds";
import { InvalidObjectsError, prepare, type RenderOptions } from "../render";
import { grouped } from "../text/grouped";
import type { Issue } from "../world/issues";
import { type CustomResource, groupOf, type Manifest, objectKey } from "../world/objects";
import { isMadeByOperator, operatorGroup, readManifests } from "../world/read";
import { type KeptVersions, keptVersions } from "./kept-versions";

/** The place of the operator. */
export interface Operator {
  readonly namespace: string;
  /** Name of its Deployment. */
  readonly deployment: string;
  /** Name of its ValidatingWebhookConfiguration; without one it is found by the label that the operator's Helm chart gives it. */
  readonly webhook?: string;
}

/** The steps at the command line for taking over objects from an operator. */
export interface Adoption {
  /** A shell script of kubectl commands, in their order. */
  readonly script: string;
  readonly issues: readonly Issue[];
}

/** The operator's finalizer, which delays the deletion of objects until the operator has seen it. */
const finalizer = "apps.victoriametrics.com/finalizer";

/**
 * The kubectl commands that detach the operator from objects of the custom resources among `objects`, given as `kubectl get -o yaml` prints them. No
 * command deletes a running object, and all commands before the deletion of custom resources may be repeated.
 *
 * @throws InvalidObjectsError when a custom resource is invalid, since its objects are not known then.
 */
export function adoption(objects: readonly unknown[], operator: Operator, options: Pick<RenderOptions, "defaults"> = {}): Adoption {
  const given = readManifests(objects).manifests as readonly LiveManifest[];
  const resources = given.filter(({ apiVersion }) => apiVersion.startsWith(operatorGroup));
  const custom = resources.filter(({ kind }) => kindsTable.of(kind));
  const foreign = resources.filter(({ kind }) => kindsTable.foreign.has(kind));
  const own = given.filter((object) => !isMadeByOperator(object));
  const { program } = prepare(own, options);
  failOnInvalid(program);
  const workloads = given.filter(({ kind }) => workloadKinds.includes(kind));
  const kept = keptVersions(own, workloads, options);
  const derived = program.resources.flatMap((resource) => derivedObjects(program, resource));
  const targets = [...new Map(derived.map((object) => [targetOf(object).join(" "), object])).values()];
  const parts: readonly (readonly [title: string, commands: readonly string[]])[] = [
    [versionsTitle(workloads, kept), Object.entries(kept.settings).map(setting)],
    ["Stop the operator.", stopping(operator)],
    ["Now run `pulumi up` with `adopt: true`. Afterwards, detach the objects from the custom resources.", targets.map(release)],
    ["Remove the operator from the objects' managed fields, where it would block later changes.", targets.map(forget)],
    ["Delete the custom resources; their objects stay.", [...custom.flatMap(withoutFinalizer), ...deletions(custom)]],
    ["Delete the definitions if no custom resource is left.", [deletionOfDefinitions()]],
  ];
  return {
    script: parts.map(([title, commands]) => [`# ${title}`, ...commands, ""].join("\n")).join("\n"),
    issues: [...foreign.map(foreignIssue), ...kept.issues],
  };
}

const workloadKinds: readonly string[] = ["Deployment", "StatefulSet", "DaemonSet"];

function versionsTitle(workloads: readonly Manifest[], { settings }: KeptVersions): string {
  if (workloads.length === 0)
    return "Versions: give the running Deployments, StatefulSets and DaemonSets too, and the settings that keep their images are printed here.";
  if (Object.keys(settings).length === 0) return "Versions: the images that run are those that this package derives.";
  return "Keep the versions that run, so that no pod restarts. Remove the settings later, one by one, to update.";
}

/** A setting of the stack. */
const setting = ([path, value]: [string, string]): string => `pulumi config set --path ${quote(`victoriametrics:${path}`)} ${quote(value)}`;

/** A manifest with the API server's additions. */
type LiveManifest = Manifest & { readonly metadata: { readonly finalizers?: readonly string[] } };

function failOnInvalid({ resources, issues }: Program): void {
  const valid = new Set(resources.map(objectKey));
  const errors = issues.filter(({ severity, object }) => severity === "error" && !valid.has(object));
  if (errors.length > 0) throw new InvalidObjectsError(errors);
}

const derivedObjects = (program: Program, resource: CustomResource): Manifest[] =>
  deriveResource(program, resource).derivation.objects.map(({ manifest }) => manifest);

const foreignIssue = ({ kind, metadata }: Manifest): Issue => ({
  object: objectKey({ kind, metadata }),
  path: "",
  message: "is not taken over: it is unmanaged while the operator is stopped, and its definition stays",
  severity: "warning",
});

function stopping({ namespace, deployment, webhook }: Operator): string[] {
  const name = quote(`deployment/${deployment}`);
  const webhooks = webhook === undefined ? "--selector=app.kubernetes.io/name=victoria-metrics-operator" : quote(webhook);
  return [
    `kubectl scale ${name} --namespace=${quote(namespace)} --replicas=0`,
    `kubectl rollout status ${name} --namespace=${quote(namespace)}`,
    `kubectl delete validatingwebhookconfigurations ${webhooks} --ignore-not-found`,
  ];
}

/** API groups of Kubernetes itself, whose lists can be changed entry by entry. */
const builtInGroups = new Set(["", "apps", "autoscaling", "networking.k8s.io", "policy", "rbac.authorization.k8s.io"]);

/** The name of an object for kubectl: `deployment.apps/vmagent-main --namespace=monitoring`. */
function targetOf(object: Manifest): string[] {
  const { kind, metadata } = object;
  const type = [kind.toLowerCase(), groupOf(object.apiVersion)].filter((part) => part !== "").join(".");
  return [quote(`${type}/${metadata.name}`), ...(metadata.namespace ? [`--namespace=${quote(metadata.namespace)}`] : [])];
}

/** Other finalizers stay, such as the one that protects claims in use. */
function release(object: Manifest): string {
  const isBuiltIn = builtInGroups.has(groupOf(object.apiVersion));
  const finalizers = isBuiltIn ? { "$deleteFromPrimitiveList/finalizers": [finalizer] } : { finalizers: null };
  const patch = JSON.stringify({ metadata: { ownerReferences: null, ...finalizers } });
  return ["kubectl patch", ...targetOf(object), `--type=${isBuiltIn ? "strategic" : "merge"}`, `--patch=${quote(patch)}`].join(" ");
}

/** Only the managed fields that were applied stay, such as Pulumi's. */
function forget(object: Manifest): string {
  const target = targetOf(object).join(" ");
  const path = '{range .metadata.managedFields[?(@.operation=="Apply")]}{@},{end}';
  const applied = `$(kubectl get ${target} --output=jsonpath='${path}' | sed 's/,$//')`;
  return `kubectl patch ${target} --type=merge --patch="{\\"metadata\\":{\\"managedFields\\":[${applied}]}}"`;
}

/** Resources with derived objects have the operator's finalizer; for others the manifest says whether they have it. */
function withoutFinalizer(resource: LiveManifest): string[] {
  const { finalizers = kindsTable.of(resource.kind)?.derive ? [finalizer] : [] } = resource.metadata;
  if (!finalizers.includes(finalizer)) return [];
  const others = finalizers.filter((one) => one !== finalizer);
  const patch = JSON.stringify({ metadata: { finalizers: others.length > 0 ? others : null } });
  return [["kubectl patch", ...targetOf(resource), "--type=merge", `--patch=${quote(patch)}`].join(" ")];
}

/** One command for all resources of a kind in a namespace. */
function deletions(custom: readonly Manifest[]): string[] {
  const groups = grouped(
    custom.map(({ kind, metadata: { namespace = "default", name } }) => [
      `${definitionOf(kind)} --namespace=${quote(namespace)}`,
      quote(name),
    ]),
  );
  return [...groups].map(([target, names]) => `kubectl delete ${target} --cascade=orphan --ignore-not-found ${names.join(" ")}`);
}

const definitionOf = (kind: string): string => `${kind.toLowerCase()}s.${operatorGroup.slice(0, -1)}`;

/** Deleting a definition also deletes its resources and their objects, so no resource may be left. */
function deletionOfDefinitions(): string {
  const definitions = (Object.keys(kinds) as KindName[]).map(definitionOf);
  const rest = `$(kubectl get ${definitions.join(",")} --all-namespaces --output=name)`;
  return `test -z "${rest}" && kubectl delete customresourcedefinitions --ignore-not-found ${definitions.join(" ")}`;
}

/** A word as the shell reads it. */
const quote = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
