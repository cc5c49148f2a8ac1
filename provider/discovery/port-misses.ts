import { hasPlaceholder } from "../values/values";
import type { ContainerPort } from "./discovered-objects";
import type { Candidate, LookedAt, PodCandidate, ServiceCandidate } from "./looked-at";
import { isLike, isTakenBy, labelsInstead, requirementsOf, unmetBy } from "./requirements";
import type { Miss, Search, SearchedPort } from "./search";

/** Most objects that a message names. */
export const mostNamed = 3;

/** The verb of an object or of the pods of one, by its name in messages. */
export const hasOf = ({ title }: Pick<Candidate, "title">): string => (title.startsWith("the pods") ? "have" : "has");

type ServicePort = NonNullable<NonNullable<ServiceCandidate["service"]["spec"]>["ports"]>[number];

/** Why Services that a selector finds give no targets. */
export function serviceMiss({ role, port, selector }: Search, services: readonly ServiceCandidate[], looked: LookedAt): Miss | undefined {
  const ofService = port?.of === "service" ? port : undefined;
  const fitting = ofService ? services.filter((one) => one.isUnknown || portsNamed(ofService, one)?.length !== 0) : services;
  if (ofService && fitting.length === 0) return { path: ofService.path, message: withoutServicePort(ofService, services, looked) };
  if (role === "service") return undefined;
  const misses = fitting.map((service) => missBehind(service, port, selector.path, looked));
  return misses.includes(undefined) ? undefined : misses[0];
}

/** The ports of a Service that a search is about; undefined where the ports are not known. */
function portsNamed({ value }: SearchedPort, { service }: ServiceCandidate): readonly ServicePort[] | undefined {
  const { ports = [] } = service.spec ?? {};
  return Array.isArray(ports) ? ports.filter(({ name = "" }) => isTakenBy(String(value), name)) : undefined;
}

function withoutServicePort(port: SearchedPort, services: readonly ServiceCandidate[], looked: LookedAt): string {
  const { value, podField } = port;
  const shown = JSON.stringify(String(value));
  const isNumber = /^\d+$/.test(String(value));
  const remedy =
    isNumber && podField
      ? `: port is a name, and the number of a pod's port is given as ${podField}: ${value}`
      : podRemedy(port, services, looked);
  const portsOfOne = ({ service }: ServiceCandidate): string => listed(service.spec?.ports ?? [], ({ port }) => port);
  const [first, ...others] = services;
  if (first && others.length === 0) return `${first.title} has no port ${shown} (it has ${portsOfOne(first)})${remedy}`;
  const named = services.slice(0, mostNamed).map((one) => `${one.title} has ${portsOfOne(one)}`);
  return `no Service has the port ${shown} (${named.join(", ")}${services.length > mostNamed ? ", …" : ""})${remedy}`;
}

/** A hint where the pods have the port that a Service lacks. */
function podRemedy({ value, podField }: SearchedPort, services: readonly ServiceCandidate[], looked: LookedAt): string {
  const [owner] = services.flatMap((service) => podsOf(service, looked)).filter(({ ports }) => ports?.some(({ name }) => name === value));
  if (!owner) return "";
  return `: ${owner.title} ${hasOf(owner)} it, so add it to the Service${podField ? `, or give it as ${podField}` : ""}`;
}

/** Names of ports, and the numbers of those without a name. */
const listed = <Port extends { readonly name?: string }>(ports: readonly Port[], numberOf: (port: Port) => number): string =>
  ports.length > 0 ? ports.map((port) => port.name || String(numberOf(port))).join(", ") : "no ports";

const requirements = ({ service }: ServiceCandidate) => requirementsOf({ matchLabels: service.spec?.selector ?? {} });

const podsOf = (service: ServiceCandidate, looked: LookedAt): readonly PodCandidate[] =>
  looked.pods.matching([service.namespace], requirements(service));

/** Why no target is behind a Service; undefined where one is, or where that does not show. */
function missBehind(service: ServiceCandidate, port: SearchedPort | undefined, path: string, looked: LookedAt): Miss | undefined {
  const { type, selector } = service.service.spec ?? {};
  if (service.isUnknown || looked.hasEndpoints(service)) return undefined;
  if (type === "ExternalName")
    return { path, message: `${service.title} is of type ExternalName, and has no endpoints: use a VMStaticScrape for its address` };
  const isKnown = typeof selector === "object" && Object.keys(selector).length > 0 && !Object.values(selector).some(hasPlaceholder);
  if (!isKnown) return undefined;
  const pods = podsOf(service, looked);
  if (pods.length === 0) return withoutPods(service, path, looked);
  if (port?.of === "pod") return podPortMiss(port, pods);
  return port && unledPort(service, port, pods);
}

/** The pods of a Service may be made by others, so that only a close miss counts. */
function withoutPods(service: ServiceCandidate, path: string, looked: LookedAt): Miss | undefined {
  const wanted = requirements(service);
  if (podsOf(service, looked.others()).length > 0) return undefined;
  const near = looked.pods
    .in([service.namespace])
    .find(({ labels, name }) => unmetBy(labels, wanted).every((one) => isLike(one, labels, name)));
  if (!near) return undefined;
  const asked = wanted.map(({ text }) => text).join(" and ");
  const instead = labelsInstead(near.labels, unmetBy(near.labels, wanted));
  const has = `${near.title} ${hasOf(near)} ${instead}`;
  return { path, message: `${service.title} leads to no pod: its spec.selector asks for ${asked} (${has})` };
}

/** A Service that leads a port to one that its pods do not have. */
function unledPort(service: ServiceCandidate, port: SearchedPort, pods: readonly PodCandidate[]): Miss | undefined {
  const led = portsNamed(port, service) ?? [];
  const names = led.flatMap(({ targetPort }) => (typeof targetPort === "string" && !hasPlaceholder(targetPort) ? [targetPort] : []));
  const [name] = names;
  if (name === undefined || names.length < led.length) return undefined;
  const isThere = pods.some(
    ({ ports }) => !ports || ports.some((one) => one.name !== undefined && (names.includes(one.name) || hasPlaceholder(one.name))),
  );
  if (isThere) return undefined;
  return {
    path: port.path,
    message: `${service.title} leads its port ${JSON.stringify(String(port.value))} to the port ${JSON.stringify(name)}, which no pod has (${portsOf(pods)})`,
  };
}

/** Why pods that a selector finds give no targets. */
export function podPortMiss(port: SearchedPort, pods: readonly PodCandidate[]): Miss | undefined {
  if (pods.some(({ ports, isUnknown }) => isUnknown || !ports || ports.some((one) => isPort(port, one)))) return undefined;
  const { path, value, podField } = port;
  const isQuoted = typeof value === "string" && /^\d+$/.test(value);
  const remedy = isQuoted && podField ? `: in quotes it is the name of a port, and a number is given as ${podField}: ${value}` : "";
  return { path, message: `no pod has the port ${typeof value === "string" ? JSON.stringify(value) : value} (${portsOf(pods)})${remedy}` };
}

function isPort({ value }: SearchedPort, { name = "", containerPort }: ContainerPort): boolean {
  return typeof value === "string" ? isTakenBy(value, name) : containerPort === value || typeof containerPort !== "number";
}

/** `the pods of the Deployment shop/shop have http, 9090`. */
function portsOf(pods: readonly PodCandidate[]): string {
  const named = pods
    .slice(0, mostNamed)
    .map(({ title, ports = [] }) => `${title} ${hasOf({ title })} ${listed(ports, ({ containerPort }) => containerPort)}`);
  return `${named.join(", ")}${pods.length > mostNamed ? ", …" : ""}`;
}
