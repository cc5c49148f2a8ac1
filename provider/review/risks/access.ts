import type { Manifest } from "../../world/objects";
import { type ObjectChange, titleOf } from "../change-model";
import type { Consequences } from "../consequences";
import { isMap, isSame, valueAt } from "../differences";
import type { PartChange } from "../parts";
import { isWorkload } from "../rollouts";
import { listed } from "../words";
import {
  containersOf,
  type Data,
  flagOf,
  gone,
  isSameApplication,
  type Kept,
  kept,
  keptWorkloads,
  listAt,
  made,
  specOf,
  workloadGoes,
} from "./facts";
import type { Risk } from "./risk";

/** Risks of wider access or weaker checks. */
export const accessRisks: readonly Risk[] = [
  {
    id: "users-added",
    title: "Users or paths opened",
    reason: "More requests get through to the backends than before.",
    safely: "Check that the paths are as narrow as they can be, and that only the user has the credentials.",
    find: usersWidened,
  },
  {
    id: "rights-added",
    title: "More rights in the cluster",
    reason: "A service account of the stack may read or change more than before, and so may an intruder in its pods.",
    safely: "Check that each right is needed, and give it in single namespaces (Role) where that is enough.",
    find: rightsAdded,
  },
  {
    id: "network-opened",
    title: "Network policy removed or widened",
    reason: "Pods accept connections from further sources.",
    safely: "Keep a policy that names the clients.",
    find: (all) => [
      ...gone(all, "NetworkPolicy")
        .filter(({ old }) => !workloadGoes(all, old))
        .map(({ key }) => `${titleOf(key)} is deleted`),
      ...kept(all, "NetworkPolicy").flatMap(peersAdded),
    ],
  },
  {
    id: "service-exposed",
    title: "Service reachable from outside the cluster",
    reason: "VictoriaMetrics requires no credentials by itself: all clients that reach the port can read and write everything.",
    safely: "Put vmauth with TLS in front, and restrict the addresses (loadBalancerSourceRanges, a NetworkPolicy).",
    find: exposed,
  },
  {
    id: "certificates-unchecked",
    title: "Certificate checks switched off",
    reason: "An attacker on the network can read and change the traffic, credentials included.",
    safely: "Give the authority's certificate (`ca` in the TLS settings) instead of switching the check off.",
    find: uncheckedCertificates,
  },
  {
    id: "pods-privileged",
    title: "Pods get more power over their node",
    reason: "An intruder in such a pod reaches its node more easily.",
    safely: "Keep `runAsNonRoot`, no privileged containers and no host network, or isolate the node.",
    find: (all) => keptWorkloads(all).flatMap(privileges),
  },
];

/** New applications are left out as a whole. */
const isNewApplication = ({ change }: Consequences, manifest: Manifest | undefined): boolean =>
  change.objects.some(({ key, old, now }) => isWorkload(key) && !old && now && isSameApplication(now, manifest));

function usersWidened({ parts, change }: Consequences): string[] {
  const isNewOwner = (owner: string): boolean => change.configs.some((config) => config.owner === owner && config.old.length === 0);
  const users = parts.filter(({ section, owner }) => /^(users|unauthorized_user)$/.test(section) && !isNewOwner(owner));
  const added = users.filter(({ old }) => !old);
  const owners = [...new Set(added.map(({ owner }) => owner))];
  return [
    ...owners.map((owner) => `${titleOf(owner)}: new ${listed(added.filter((part) => part.owner === owner).map(userName), 20)}`),
    ...users.flatMap(pathsAdded),
  ];
}

const userName = ({ name, section }: PartChange): string =>
  section === "unauthorized_user" ? "requests without credentials" : (name ?? section);

function pathsAdded(part: PartChange): string[] {
  const { owner, old, now } = part;
  if (!old || !now) return [];
  const [before, after] = [pathsOf(old), pathsOf(now)];
  const added = [...after].filter((path) => !before.has(path) && !before.has(allPaths));
  const opened = old.some(isFilter) && !now.some(isFilter) ? ["any address (ip_filters removed)"] : [];
  const all = [...added, ...opened];
  return all.length > 0 ? [`${titleOf(owner)}, ${userName(part)}: ${listed(all, 20)}`] : [];
}

const isFilter = (line: string): boolean => line.startsWith("ip_filters");

const allPaths = "all paths";

/** The paths of a user's requests. A user without routes, but with a target, may ask for every path. */
function pathsOf(lines: readonly string[]): Set<string> {
  const routes = lines.filter((line) => line.startsWith("url_map: ")).map((line) => line.slice("url_map: ".length));
  // A line that begins with spaces goes on from the one before it.
  const text = routes.map((line) => (line.startsWith("  ") ? ` ${line.trim()}` : `\n${line}`)).join("");
  const lists = [...text.matchAll(/src_paths: \[((?:"(?:[^"\\]|\\.)*"|[^\]"])*)\]/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"(?:[^"\\]|\\.)*"|[^,\s][^,]*/g)].map(([path]) => path.trim()),
  );
  const items = [...text.matchAll(/src_paths: - (\S+)/g)].map(([, path = ""]) => path);
  const everything = lines.some((line) => /^url_prefix[:[]/.test(line)) ? [allPaths] : [];
  return new Set([...lists, ...items, ...everything]);
}

/** New rights given by an object. */
function rightsAdded(all: Consequences): string[] {
  const roles = [...kept(all, "Role", "ClusterRole"), ...made(all, "Role", "ClusterRole").filter(({ now }) => !isNewApplication(all, now))];
  const bindings = [
    ...kept(all, "RoleBinding", "ClusterRoleBinding"),
    ...made(all, "RoleBinding", "ClusterRoleBinding").filter(({ now }) => !isNewApplication(all, now)),
  ];
  return [
    ...roles.flatMap(({ key, old, now }) => {
      const before = grants(old);
      const added = [...grants(now)].filter((grant) => !before.has(grant));
      return added.length > 0 ? [`${titleOf(key)}: ${listed(added, 10)}`] : [];
    }),
    ...bindings.flatMap(({ key, old, now }) => {
      const before = subjects(old);
      const added = [...subjects(now)].filter((subject) => !before.has(subject));
      return added.length > 0 ? [`${titleOf(key)}: for ${listed(added, 10)}`] : [];
    }),
  ];
}

/** Every single right of a role, in words. */
function grants(manifest: Manifest | undefined): Set<string> {
  const words = (rule: Data, field: string): string[] => (Array.isArray(rule[field]) ? rule[field].map(String) : []);
  const all = listAt(manifest, "rules").flatMap((rule) => {
    const places = [
      ...words(rule, "resources").flatMap((resource) =>
        words(rule, "apiGroups").map((group) => (group === "" ? resource : `${resource}.${group}`)),
      ),
      ...words(rule, "nonResourceURLs"),
    ];
    const names = words(rule, "resourceNames");
    const only = names.length > 0 ? ` ${names.join("|")}` : "";
    return places.flatMap((place) => words(rule, "verbs").map((verb) => `${verb} ${place}${only}`));
  });
  return new Set(all);
}

const subjects = (manifest: Manifest | undefined): Set<string> =>
  new Set(
    listAt(manifest, "subjects").map(
      ({ kind, namespace = "", name }) =>
        `${kind} ${namespace ? `${namespace}/` : ""}${name} by ${valueAt(manifest, ["roleRef", "kind"])} ${valueAt(manifest, ["roleRef", "name"])}`,
    ),
  );

/** New sources of a network policy, or a policy that became empty. */
function peersAdded({ key, old, now }: Kept): string[] {
  const [before, after] = [listAt(specOf(old), "ingress"), listAt(specOf(now), "ingress")];
  const added = after.filter((rule) => !before.some((other) => isSame(other, rule)));
  return added.length > 0
    ? [`${titleOf(key)}: ${added.length === 1 ? "a rule" : `${added.length} rules`} for further incoming connections`]
    : [];
}

const outside = new Set(["LoadBalancer", "NodePort"]);

function exposed(all: Consequences): string[] {
  const services = [...kept(all, "Service"), ...made(all, "Service")].flatMap(({ key, old, now }) => {
    const [before, after] = [specOf(old), specOf(now)];
    if (outside.has(String(after.type)) && before.type !== after.type)
      return [`${titleOf(key)}: type ${before.type ?? "ClusterIP"} → ${after.type}`];
    const [was, is] = [before, after].map(({ externalIPs }) => externalIPs);
    return Array.isArray(is) && is.length > 0 && !isSame(was, is) ? [`${titleOf(key)}: externalIPs ${is.join(", ")}`] : [];
  });
  const ingresses = [...kept(all, "Ingress"), ...made(all, "Ingress")].flatMap(({ key, old, now }: ObjectChange) => {
    const hosts = (manifest: Manifest | undefined): string[] =>
      listAt(specOf(manifest), "rules").map(({ host }) => String(host ?? "every host"));
    const added = hosts(now).filter((host) => !hosts(old).includes(host));
    return added.length > 0 ? [`${titleOf(key)}: ${listed(added)}`] : [];
  });
  return [...services, ...ingresses];
}

const unchecked = /insecure_skip_verify: true/gi;
const uncheckedFlag = /tlsInsecureSkipVerify$|insecureSkipVerify$/;

function uncheckedCertificates(all: Consequences): string[] {
  const count = (lines: readonly string[] = []): number => lines.join("\n").match(unchecked)?.length ?? 0;
  const inFiles = all.parts
    .filter(({ old, now }) => count(now) > count(old))
    .map(({ owner, section, name }) => `${titleOf(owner)}: ${section}${name === undefined ? "" : ` ${name}`}`);
  const inFlags = keptWorkloads(all).flatMap(({ key, old, now }) => {
    const flags = [...new Set(containersOf(now).flatMap(flagNames))].filter((flag) => uncheckedFlag.test(flag));
    const on = (manifest: Manifest, flag: string): number =>
      flagOf(manifest, flag)
        .flatMap((value) => value.split(","))
        .filter((value) => value === "true").length;
    return flags.filter((flag) => on(now, flag) > on(old, flag)).map((flag) => `${titleOf(key)}: -${flag}`);
  });
  return [...inFiles, ...inFlags];
}

const flagNames = ({ args }: Data): string[] =>
  (Array.isArray(args) ? args : []).flatMap((argument) => /^--?([\w.-]+)/.exec(String(argument))?.[1] ?? []);

/** New powers of pods. */
function privileges({ key, old, now }: Kept): string[] {
  const before = powersOf(old);
  const added = [...powersOf(now)].filter((power) => !before.has(power));
  return added.length > 0 ? [`${titleOf(key)}: ${added.join(", ")}`] : [];
}

function powersOf(manifest: Manifest): Set<string> {
  const pod = valueAt(specOf(manifest), ["template", "spec"]);
  const { hostNetwork, hostPID, hostIPC, securityContext } = isMap(pod) ? pod : ({} as Data);
  const contexts = containersOf(manifest).flatMap(({ name, securityContext: own }) => (isMap(own) ? [{ name, ...own }] : []));
  return new Set([
    ...(hostNetwork === true ? ["hostNetwork"] : []),
    ...(hostPID === true ? ["hostPID"] : []),
    ...(hostIPC === true ? ["hostIPC"] : []),
    ...(isMap(securityContext) && securityContext.runAsUser === 0 ? ["pods run as root"] : []),
    ...contexts.flatMap(({ name, ...own }) => [
      ...((own as Data).privileged === true ? [`container ${name} is privileged`] : []),
      ...((own as Data).allowPrivilegeEscalation === true ? [`container ${name} allows privilege escalation`] : []),
    ]),
  ]);
}
