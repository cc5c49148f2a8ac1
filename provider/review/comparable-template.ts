import { canonicalQuantity, quantityValue } from "../text/quantity";
import { isMap } from "./differences";

/** Comparison of amounts by an API server or a controller. */
type Quantity = (amount: string | number) => string;

type Data = Readonly<Record<string, unknown>>;

/**
 * Comparison of templates by the controller of each kind of workload. StatefulSets and DaemonSets compare templates as text, so `1Gi` differs from
 * `1073741824`; Deployments compare amounts.
 */
const quantities: Readonly<Record<string, Quantity>> = { Deployment: amount };

/** The pod template of a workload as its controller compares it: with the API server's defaults, in its spelling, and without empty fields. */
export function comparableTemplate(kind: string, template: unknown): unknown {
  return pruned(withDefaults(template), undefined, quantities[kind] ?? canonicalQuantity);
}

/** An amount in one spelling for all equal ones. */
function amount(quantity: string | number): string {
  const canonical = canonicalQuantity(quantity);
  const whole = /i$|e/.test(canonical) ? quantityValue(canonical) : undefined;
  return whole === undefined ? canonical : canonicalQuantity(String(whole));
}

/** Maps that a cluster drops if they are empty. An empty struct such as `emptyDir: {}` has a meaning. */
const plainMaps = new Set(["labels", "annotations", "nodeSelector", "limits", "requests", "matchLabels"]);

/** Switches whose absence means false. Others distinguish `false` from absence. */
const switches = new Set(["hostNetwork", "hostPID", "hostIPC", "readOnly", "stdin", "stdinOnce", "tty"]);

/** Numbers whose absence means 0. */
const numbers = new Set(["initialDelaySeconds", "hostPort"]);

/** Texts that have a meaning if they are empty. */
const texts = new Set(["storageClassName"]);

const amounts = new Set(["limits", "requests"]);

function pruned(value: unknown, key: string | undefined, quantity: Quantity): unknown {
  if (Array.isArray(value)) return value.map((item) => pruned(item, undefined, quantity));
  if (!isMap(value)) return value;
  const isAmounts = key !== undefined && amounts.has(key);
  const entries = Object.entries(value).flatMap(([name, item]) => {
    const isAmount = (isAmounts || name === "sizeLimit" || name === "divisor") && (typeof item === "string" || typeof item === "number");
    const inner = isAmount ? quantity(item) : pruned(item, name, quantity);
    return isNothing(name, inner) ? [] : [[name, inner] as const];
  });
  return Object.fromEntries(entries);
}

function isNothing(name: string, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (value === "") return !texts.has(name);
  if (value === false) return switches.has(name);
  if (value === 0) return numbers.has(name);
  if (Array.isArray(value)) return value.length === 0;
  return plainMaps.has(name) && isMap(value) && Object.keys(value).length === 0;
}

/** Defaults of missing values. */
const over = (defaults: Data, given: Data): Data => ({
  ...defaults,
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null && value !== "")),
});

function withDefaults(template: unknown): unknown {
  if (!isMap(template)) return template;
  const { creationTimestamp: _, ...metadata } = isMap(template.metadata) ? template.metadata : {};
  return { ...template, metadata, spec: isMap(template.spec) ? pod(template.spec) : template.spec };
}

/** The API server's defaults for pods. */
const podDefaults = {
  dnsPolicy: "ClusterFirst",
  restartPolicy: "Always",
  terminationGracePeriodSeconds: 30,
  schedulerName: "default-scheduler",
  securityContext: {},
  enableServiceLinks: true,
};

function pod(spec: Data): Data {
  const { serviceAccount, ...others } = over(podDefaults, spec);
  const account = others.serviceAccountName || serviceAccount;
  return {
    ...others,
    ...(account !== undefined && { serviceAccountName: account }),
    ...(Array.isArray(spec.containers) && { containers: spec.containers.map((one) => container(one, spec)) }),
    ...(Array.isArray(spec.initContainers) && { initContainers: spec.initContainers.map((one) => container(one, spec)) }),
    ...(Array.isArray(spec.volumes) && { volumes: spec.volumes.map(volume) }),
  };
}

function container(given: unknown, { hostNetwork }: Data): unknown {
  if (!isMap(given)) return given;
  const image = String(given.image ?? "");
  const defaults = {
    imagePullPolicy: isLatest(image) ? "Always" : "IfNotPresent",
    terminationMessagePath: "/dev/termination-log",
    terminationMessagePolicy: "File",
    resources: {},
  };
  const probes = ["livenessProbe", "readinessProbe", "startupProbe"].filter((name) => isMap(given[name]));
  return {
    ...over(defaults, given),
    ...Object.fromEntries(probes.map((name) => [name, probe(given[name] as Data)])),
    ...(Array.isArray(given.ports) && { ports: given.ports.map((one) => port(one, hostNetwork === true)) }),
    ...(Array.isArray(given.env) && { env: given.env.map(variable) }),
    ...(isMap(given.lifecycle) && { lifecycle: mapValues(given.lifecycle, (hook) => (isMap(hook) ? action(hook) : hook)) }),
  };
}

/** An image without a tag is the latest. */
function isLatest(image: string): boolean {
  const [name = "", digest] = image.split("@");
  const tag = /:([^:/]+)$/.exec(name)?.[1];
  return digest === undefined && (tag === undefined || tag === "latest");
}

const probeDefaults = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };

function probe(given: Data): Data {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== 0));
  return action(over(probeDefaults, said));
}

/** A request of a probe or of a hook. */
function action(given: Data): Data {
  return {
    ...given,
    ...(isMap(given.httpGet) && { httpGet: over({ path: "/", scheme: "HTTP" }, given.httpGet) }),
  };
}

function port(given: unknown, isOfHost: boolean): unknown {
  if (!isMap(given)) return given;
  return over({ protocol: "TCP", ...(isOfHost && { hostPort: given.containerPort }) }, given);
}

function variable(given: unknown): unknown {
  if (!isMap(given) || !isMap(given.valueFrom)) return given;
  const { fieldRef, resourceFieldRef } = given.valueFrom;
  return {
    ...given,
    valueFrom: {
      ...given.valueFrom,
      ...(isMap(fieldRef) && { fieldRef: over({ apiVersion: "v1" }, fieldRef) }),
      ...(isMap(resourceFieldRef) && { resourceFieldRef: over({ divisor: "0" }, resourceFieldRef) }),
    },
  };
}

/** The API server's defaults for the sources of volumes. */
const volumeDefaults: Readonly<Record<string, Data>> = {
  secret: { defaultMode: 420 },
  configMap: { defaultMode: 420 },
  downwardAPI: { defaultMode: 420 },
  projected: { defaultMode: 420 },
};

function volume(given: unknown): unknown {
  if (!isMap(given)) return given;
  if (Object.keys(given).every((key) => key === "name")) return { ...given, emptyDir: {} };
  const named = mapValues(given, (source, key) => (isMap(source) && volumeDefaults[key] ? over(volumeDefaults[key], source) : source));
  return isMap(named.projected) ? { ...named, projected: projected(named.projected) } : named;
}

function projected(given: Data): Data {
  if (!Array.isArray(given.sources)) return given;
  const token = (source: unknown): unknown =>
    isMap(source) && isMap(source.serviceAccountToken)
      ? { ...source, serviceAccountToken: over({ expirationSeconds: 3600 }, source.serviceAccountToken) }
      : source;
  return { ...given, sources: given.sources.map(token) };
}

const mapValues = (map: Data, change: (value: unknown, key: string) => unknown): Data =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));

/** Templates for claims, or any other field, in the API server's spelling. */
export const comparableClaims = (value: unknown): unknown => pruned({ value }, undefined, canonicalQuantity);

/** Fields of a workload beside its template, without empty ones. */
export const comparableFields = (fields: Data): unknown => pruned(fields, undefined, canonicalQuantity);
