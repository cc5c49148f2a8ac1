import type * as pulumi from "@pulumi/pulumi";
import { type Assembly, assemble, objectsOf } from "../assemble";
import { emptySelections } from "../inspect/unselected";
import { untargetedObjects } from "../inspect/untargeted";
import type { Kind } from "../kinds/kind";
import type { Problem } from "../schema/parse";
import { loadParsers } from "../upstream/module";
import type { Issue } from "../world/issues";
import { type CustomResource, type Manifest, objectKey } from "../world/objects";
import { type ComponentArgs, ComponentBase, type Construction, type Made } from "./component-base";
import { describeFor, invalid, warnOfDeferral, warnOfIssues } from "./component-messages";
import { reportFailure } from "./failure";
import { makingOf, withGenerated } from "./generated-values";
import { expectSelection } from "./idle-components";
import { providerOf } from "./kubernetes-provider";
import { readObject } from "./missing-objects";
import { failed, type Outcome } from "./outcome";
import { childrenName, register } from "./register";
import { resolve } from "./resolve";
import { gatherObjects } from "./select-from";
import { settingsWith } from "./stack-defaults";
import { switchesOf } from "./switches";
import { takeNames } from "./taken-names";

/** The component of a custom resource that a program declares by itself. */
export abstract class Component extends ComponentBase {
  protected constructor(kind: Kind, name: string, args: ComponentArgs, options: pulumi.ComponentResourceOptions = {}) {
    super(kind, name, args, options, construct);
    if (options.urn) return;
    expectSelection(this, kind);
    reportFailure(this.getData());
  }
}

/** Derives what a custom resource becomes, and registers it. */
async function construct(component: ComponentBase, construction: Construction): Promise<Outcome<Made>> {
  const { kind, name, args, options, own } = construction;
  const { values } = own;
  const provider = await providerOf(component);
  const switches = await switchesOf(args, values);
  const [resolved, ownArguments, namespace, settings, gathered] = await Promise.all([
    own.resolved,
    resolve(argumentsOf(kind, args), values, ""),
    resolve(provider.namespace, values, "namespace of the provider"),
    resolve(args.defaults, values, "defaults"),
    gatherObjects(args.selectFrom, values),
  ]);
  if (gathered.failed) return failed(gathered.failed);
  const resource = manifestOf(kind, name, resolved.value as Inputs, namespace.value as string | undefined);
  const key = objectKey(resource);
  const title = `${resource.kind} ${resource.metadata.namespace}/${resource.metadata.name}`;
  const { defaults, ...stack } = settingsWith(settings.value, values);
  const problems = [switches, resolved, ownArguments, namespace, settings, stack, gathered].flatMap((part) => part.problems);
  const ports = { parent: component, name: childrenName(name, kind.kind), subject: key, values };
  const assembly = await assemble(
    { objects: [...gathered.objects, resource], isSubject: (candidate) => objectKey(candidate) === key },
    { values, defaults, parsers: loadParsers, arguments: new Map([[key, ownArguments.value]]), selfScrapes: gathered.selfScrapes },
    problems.length > 0 || stack.deferred.length > 0
      ? {}
      : {
          ...(provider.canRead && switches.readReferences && { read: (issue) => readObject(issue, ports) }),
          generate: (subject, fields, derived) =>
            withGenerated(subject, fields, {
              ...ports,
              ...makingOf(ownArguments.value, subject, derived.derivation.outputs.secretName, switches.adopt && provider.canRead),
            }),
        },
  );
  const found = errorsOf(assembly.issues, key, switches.onInvalid);
  const errors = problems.length > 0 ? withArguments(problems, key, found) : found;
  const deferred = [...stack.deferred, ...gathered.deferred, ...assembly.program.deferred];
  if (errors.length > 0 && stack.deferred.length === 0) {
    const lines = errors.map((issue) => describeFor(key, issue));
    return failed(invalid(title, lines, component));
  }
  const derived = assembly.derived.get(key);
  if (deferred.length > 0 || !derived) {
    const fields = deferred.map((field) => (field.startsWith(`${key} `) ? field.slice(key.length + 1) : field));
    warnOfDeferral(`${resource.kind} ${resource.metadata.name}`, fields, "shows none of its children", component);
    return { state: "deferred" };
  }
  const taken = await takeNames(component, `${title} (${name})`, [resource, ...objectsOf(derived)]);
  if (taken.length > 0) return failed(invalid(title, taken, component));
  const ofSelection = selectionIssues(assembly, derived.resource);
  warnOfIssues(component, [...assembly.issues, ...ofSelection], switches.onInvalid, (issue) => describeFor(key, issue));
  const dependencies = [resolved, ownArguments, namespace, settings, gathered].flatMap((part) => [...part.dependencies]);
  await register(derived, {
    name,
    values,
    parent: component,
    dependencies: dependencies.filter((dependency) => dependency !== component),
    canPatch: provider.canRead,
    adopt: switches.adopt,
    options,
  });
  return { state: "derived", derived, values };
}

/** Warnings of selectors that select nothing, and of scrape objects that find nothing. */
const selectionIssues = ({ program, derived }: Assembly, subject: CustomResource): Issue[] => [
  ...emptySelections(program, subject),
  ...untargetedObjects(program, { isScraper: (resource) => resource === subject, derived }),
];

/** The arguments that only the kind takes. */
function argumentsOf(kind: Kind, args: ComponentArgs): Record<string, unknown> {
  const names = Object.keys(kind.arguments?.shape ?? {});
  return Object.fromEntries(Object.entries(args).filter(([name]) => names.includes(name)));
}

interface Inputs {
  readonly metadata: Readonly<Record<string, unknown>> | undefined;
  readonly spec: unknown;
}

function manifestOf(kind: Kind, name: string, { metadata, spec }: Inputs, namespace = "default"): Manifest {
  const given = typeof metadata === "object" && metadata !== null ? metadata : {};
  return {
    apiVersion: kind.apiVersion,
    kind: kind.kind,
    metadata: { ...given, name: (given.name as string) ?? name, namespace: (given.namespace as string) ?? namespace },
    spec,
  };
}

function errorsOf(issues: readonly Issue[], subject: string, onInvalid: "fail" | "skip"): Issue[] {
  return issues.filter(({ severity, object }) => severity === "error" && (object === subject || onInvalid === "fail"));
}

/**
 * The errors of a component whose arguments have problems of their own. A missing object may be one that could not be read, and an omitted part may
 * be required: both were reported already.
 */
function withArguments(problems: readonly Problem[], subject: string, errors: readonly Issue[]): Issue[] {
  const paths = new Set(problems.map(({ path }) => path));
  const others = errors.filter(({ object, path, missing }) => !missing && !(object === subject && paths.has(path)));
  return [...problems.map((problem): Issue => ({ ...problem, object: subject, severity: "error" })), ...others];
}
