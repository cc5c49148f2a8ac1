import type { Context } from "../context";
import { withArgumentNames } from "../schema/argument-map";
import { nearest } from "../text/nearest";
import { isSwitchedOn } from "../workload/http-server";
import type { CustomResource } from "../world/objects";
import type { ObjectTarget } from "./access-types";
import { type AuthContext, backendOf, checkBackend } from "./auth-context";
import type { Backend, BackendSpec, GivenPort } from "./backend";

/** One of the resources that a target names. */
interface Reference {
  readonly name: string;
  readonly namespace: string;
  readonly useExtraService: boolean;
  readonly path: string;
}

function referencesOf({ name = "", namespace = "", useExtraService = false, objects = [] }: ObjectTarget, path: string): Reference[] {
  const others = objects.map((object, index) => ({
    ...object,
    useExtraService: object.useExtraService ?? false,
    path: `${path}.objects[${index}]`,
  }));
  return name ? [{ name, namespace, useExtraService, path }, ...others] : others;
}

/** Reports missing resources of a target. */
export function checkResources(crd: ObjectTarget, path: string, context: AuthContext): void {
  const backend = backendOf(crd.kind, context);
  checkBackend(crd.kind, `${path}.kind`, context);
  if (!backend) return;
  const { kind } = backend;
  const { world, report } = context;
  for (const { name, namespace, path: where } of referencesOf(crd, path)) {
    if (world.customResource(kind, namespace, name)) continue;
    const names = world.customResources(kind).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    const similar = nearest(`${namespace}/${name}`, names);
    const hint = similar ? `; did you mean ${similar}?` : "";
    report.error(where, `there is no valid ${kind} ${namespace}/${name} among the given objects: add it (selectFrom)${hint}`);
  }
}

/** The addresses of the Services of a target's resources. A missing part of a cluster is reported. */
export function addressesOf(crd: ObjectTarget, path: string, context: AuthContext): string[] {
  const backend = backendOf(crd.kind, context);
  if (!backend) return [];
  return referencesOf(crd, path).flatMap((reference) => {
    const { name, namespace, path: where } = reference;
    const resource = context.world.customResource(backend.kind, namespace, name) as CustomResource<BackendSpec> | undefined;
    if (!resource) return [];
    const spec = specOf(resource, backend);
    if (spec) return [addressOf(resource, spec, backend, reference, context)];
    context.report.error(where, `${backend.kind} ${namespace}/${name} has no ${backend.part}: name another target, or add that part`);
    return [];
  });
}

function specOf({ spec }: CustomResource, { part }: Backend): BackendSpec | undefined {
  return part === undefined ? (spec as BackendSpec) : (spec as Readonly<Record<string, BackendSpec | undefined>>)[part];
}

function addressOf(
  { metadata, spec: whole }: CustomResource<BackendSpec>,
  spec: BackendSpec,
  backend: Backend,
  { useExtraService, path }: Reference,
  { defaults, values, report }: Context,
): string {
  const { serviceSpec } = spec;
  const main = serviceName(metadata.name, whole, backend);
  const hasExtra = serviceSpec !== undefined && !serviceSpec.useAsDefault;
  if (useExtraService && !hasExtra) {
    report.warning(path, `${backend.kind} ${metadata.namespace}/${metadata.name} has no further Service: give it a serviceSpec`);
  }
  const service = useExtraService ? serviceSpec?.metadata?.name || `${main}-additional-service` : main;
  const byDefault = spec.port || backend.port(defaults);
  const given = useExtraService || serviceSpec?.useAsDefault ? (serviceSpec?.spec?.ports ?? []) : [];
  const port = portAmong(given, backend.portName(spec), byDefault, useExtraService) ?? byDefault;
  // A further Service leads to the pods themselves.
  const answering = (useExtraService ? undefined : backend.front?.(whole)) ?? spec;
  const usesTLS = backend.tls?.(answering) ?? isSwitchedOn(withArgumentNames(answering.extraArgs ?? {}).tls, values);
  const domain = defaults.clusterDomain && `.${defaults.clusterDomain}`;
  return `${usesTLS ? "https" : "http"}://${service}.${metadata.namespace}.svc${domain}:${port}`;
}

/**
 * The port of a Service that leads to the application: by its name, else by where it leads. A further Service has no ports but those given, so one
 * of them it is in any case.
 */
function portAmong(given: readonly GivenPort[], name: string, target: string, isWhole: boolean): string | number | undefined {
  const found =
    given.find((port) => port.name === name) ??
    given.find((port) => [name, "http", target].includes(String(port.targetPort ?? port.port))) ??
    (isWhole ? given[0] : undefined);
  return found?.port;
}

/** The name of the Service of a resource with this name and spec. */
export function serviceName(name: string, { useLegacyNaming }: BackendSpec, { service, part }: Backend): string {
  if (!useLegacyNaming) return `${service}-${name}`;
  return part === undefined ? name : `${name}-${service}`;
}
