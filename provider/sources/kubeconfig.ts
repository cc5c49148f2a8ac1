import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";

/** A server, and the options of requests that identify its user. */
export interface Access {
  readonly server: string;
  readonly options: AccessOptions;
}

/** Options of Node.js' requests. */
interface AccessOptions {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly servername?: string;
  readonly rejectUnauthorized?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A choice among the clusters of a kubeconfig. */
export interface ClusterChoice {
  /** The text of a kubeconfig or the path of one; else those of `KUBECONFIG`, of the home folder or of the pod. */
  readonly kubeconfig?: string;
  /** Name of a context in place of the current one. */
  readonly context?: string;
  /** Name of a cluster in place of the context's. */
  readonly cluster?: string;
}

interface ClusterEntry {
  readonly server?: string;
  readonly "certificate-authority"?: string;
  readonly "certificate-authority-data"?: string;
  readonly "insecure-skip-tls-verify"?: boolean;
  readonly "tls-server-name"?: string;
  readonly "proxy-url"?: string;
}

interface UserEntry {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly "client-certificate"?: string;
  readonly "client-certificate-data"?: string;
  readonly "client-key"?: string;
  readonly "client-key-data"?: string;
  readonly exec?: ExecEntry;
  readonly "auth-provider"?: unknown;
}

interface ExecEntry {
  readonly apiVersion?: string;
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly provideClusterInfo?: boolean;
}

interface ContextEntry {
  readonly cluster?: string;
  readonly user?: string;
}

/** Entries of each list, by the list; an entry holds its content under the singular. */
interface Lists {
  readonly clusters: { readonly name: string; readonly cluster?: ClusterEntry };
  readonly users: { readonly name: string; readonly user?: UserEntry };
  readonly contexts: { readonly name: string; readonly context?: ContextEntry };
}

type Kubeconfig = { readonly [List in keyof Lists]?: readonly Lists[List][] } & { readonly "current-context"?: string };

/** A kubeconfig with the folder that its relative paths start from. */
interface Located {
  readonly config: Kubeconfig;
  readonly folder: string;
}

/** Time for a program that gets credentials. */
const patience = 20_000;

/**
 * The access that a kubeconfig gives: by token, client certificate, or a program that gets one of them. The npm client for Kubernetes does the same,
 * but takes 60 MB.
 *
 * @throws Error when no cluster is named, or the user's way of signing in is another one.
 */
export async function accessOf(choice: ClusterChoice = {}): Promise<Access> {
  const all = kubeconfigs(choice.kubeconfig);
  const current = choice.context ?? all.map(({ config }) => config["current-context"]).find(Boolean);
  const context = found(all, "contexts", current)?.entry.context;
  const place = found(all, "clusters", choice.cluster ?? context?.cluster);
  const cluster = place?.entry.cluster;
  if (!place || !cluster?.server) {
    if (all.length > 0) throw new Error(`the kubeconfig names no cluster${current ? ` for its context ${current}` : ""}`);
    return accessInPod();
  }
  if (cluster["proxy-url"]) throw new Error("proxy-url of a kubeconfig is not supported");
  const user = found(all, "users", context?.user);
  const credentials = user?.entry.user ? await credentialsOf(user.entry.user, user.folder, cluster) : {};
  return { server: cluster.server.replace(/\/$/, ""), options: { ...trustOf(cluster, place.folder), ...credentials } };
}

function kubeconfigs(given: string | undefined): Located[] {
  if (given !== undefined && !isPath(given)) return [{ config: parsed(given), folder: process.cwd() }];
  const paths = given !== undefined ? [given] : (process.env.KUBECONFIG || join(homedir(), ".kube", "config")).split(delimiter);
  const files = paths.filter(Boolean).map((path) => path.replace(/^~(?=\/)/, homedir()));
  return files.filter((path) => existsSync(path)).map((path) => ({ config: parsed(readFileSync(path, "utf8")), folder: dirname(path) }));
}

/** A kubeconfig is a map of YAML or JSON; a path is one line without its signs. */
const isPath = (text: string): boolean => !/[\n{]|:\s/.test(text.trim());

function parsed(text: string): Kubeconfig {
  let config: unknown;
  try {
    config = parse(text);
  } catch {
    throw new Error("the kubeconfig is not valid YAML"); // the parser's message would quote it
  }
  if (typeof config !== "object" || config === null) throw new Error("the kubeconfig is not a map");
  return config as Kubeconfig;
}

/** The first entry of a name: the first file wins. */
function found<List extends keyof Lists>(all: readonly Located[], list: List, name: string | undefined): Found<List> | undefined {
  for (const { config, folder } of all) {
    const entries: readonly Lists[List][] = config[list] ?? [];
    const entry = entries.find((one) => one.name === name);
    if (entry) return { entry, folder };
  }
  return undefined;
}

/** An entry with the folder that its relative paths start from. */
interface Found<List extends keyof Lists> {
  readonly entry: Lists[List];
  readonly folder: string;
}

function trustOf(cluster: ClusterEntry, folder: string): AccessOptions {
  const ca = contentOf(cluster["certificate-authority-data"], cluster["certificate-authority"], folder);
  return {
    ...(ca !== undefined && { ca }),
    ...(cluster["insecure-skip-tls-verify"] && { rejectUnauthorized: false }),
    ...(cluster["tls-server-name"] && { servername: cluster["tls-server-name"] }),
  };
}

async function credentialsOf(user: UserEntry, folder: string, cluster: ClusterEntry): Promise<AccessOptions> {
  if (user.exec) return executed(user.exec, folder, cluster);
  const cert = contentOf(user["client-certificate-data"], user["client-certificate"], folder);
  const key = contentOf(user["client-key-data"], user["client-key"], folder);
  const token = user.token ?? (user.tokenFile && readFileSync(resolve(folder, user.tokenFile), "utf8").trim());
  if (!token && !cert && user["auth-provider"]) throw new Error("auth-provider of a kubeconfig is not supported");
  return { ...(cert && key && { cert, key }), ...bearer(token) };
}

const bearer = (token: string | undefined): AccessOptions => (token ? { headers: { Authorization: `Bearer ${token}` } } : {});

/** Data in base64 wins over a file. */
function contentOf(data: string | undefined, path: string | undefined, folder: string): string | undefined {
  if (data) return Buffer.from(data, "base64").toString("utf8");
  return path ? readFileSync(resolve(folder, path), "utf8") : undefined;
}

/** The credentials that a program of the kubeconfig prints. */
async function executed(exec: ExecEntry, folder: string, cluster: ClusterEntry): Promise<AccessOptions> {
  const { apiVersion = "client.authentication.k8s.io/v1", command, args = [], env = [], provideClusterInfo = false } = exec;
  const spec = { interactive: false, ...(provideClusterInfo && { cluster: { server: cluster.server } }) };
  const variables = Object.fromEntries(env.map(({ name, value }) => [name, value]));
  const information = JSON.stringify({ apiVersion, kind: "ExecCredential", spec });
  // A command with a folder in it is relative to the kubeconfig; others are on the PATH.
  const program = command.includes("/") ? resolve(folder, command) : command;
  const { stdout } = await promisify(execFile)(program, [...args], {
    timeout: patience,
    env: { ...process.env, ...variables, KUBERNETES_EXEC_INFO: information },
  }).catch((error: { code?: unknown }) => {
    throw new Error(`${command} of the kubeconfig gave no credentials: it ended with ${error.code ?? "a signal"}`);
  });
  const { status = {} } = JSON.parse(stdout) as { status?: { token?: string; clientCertificateData?: string; clientKeyData?: string } };
  const { clientCertificateData: cert, clientKeyData: key } = status;
  return { ...(cert && key && { cert, key }), ...bearer(status.token) };
}

/** The account of the pod that this process runs in. */
function accessInPod(): Access {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = "443" } = process.env;
  const account = "/var/run/secrets/kubernetes.io/serviceaccount";
  if (!host || !existsSync(join(account, "token"))) throw new Error("there is no cluster: KUBECONFIG, or ~/.kube/config, names none");
  const read = (file: string): string => readFileSync(join(account, file), "utf8").trim();
  const address = host.includes(":") ? `[${host}]` : host;
  return { server: `https://${address}:${port}`, options: { ca: read("ca.crt"), ...bearer(read("token")) } };
}
