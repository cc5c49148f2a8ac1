import { parseYaml } from "../config/parse-yaml";
import { deriveResource } from "../derivation";
import type { Derivation, GeneratedFile } from "../derived";
import type { Prepared } from "../render";
import type { Tree } from "../text/tree";
import type { Values } from "../values/values";
import {
  type Criterion,
  type Destination,
  isAnsweredByItself,
  type Request,
  type RequestRoute,
  requestTo,
  routeRequest,
  type Shown,
} from "../vmauth/request";
import { objectKey } from "../world/objects";
import { findWorkload } from "./reference";
import { UsageError } from "./usage";

/** One user of vmauth's configuration. */
interface User {
  /** For readers: the VMUser, or its place in a configuration that the user gave. */
  readonly name: string;
  readonly tree: Tree;
}

/** All that decides which user a request belongs to. */
interface Users {
  readonly users: readonly User[];
  /** Requests without credentials, or with unknown ones. */
  readonly unauthorized?: User;
}

/**
 * The backend that gets a request to a VMAuth, with the routes that were looked at before, or why the request is refused. Secrets are masked.
 *
 * @param request A user and a path, `reader /api/v1/query`. The user is a VMUser (`reader`, `shop/reader`) or a user name; without one the request
 *   has no credentials. The path may have parameters, and a host in front of it.
 * @param headers Headers of the request, `Name: value`.
 * @throws UsageError when the object is no VMAuth, or the request cannot be read.
 */
export function explainRequest(prepared: Prepared, reference: string, request: string, headers: readonly string[] = []): string {
  const { program, values } = prepared;
  const [target = "", name, ...more] = request.trim().split(/\s+/).reverse();
  if (more.length > 0 || !/^(\/|https?:\/\/)/.test(target))
    throw new UsageError(`--request ${JSON.stringify(request)} is no request: expected a user and a path, such as "reader /api/v1/query"`);
  const wrong = headers.find((header) => !/^[^:\s]+:/.test(header));
  if (wrong !== undefined) throw new UsageError('--header: expected a name, a colon and a value, such as "X-Team: shop"');
  const gateway = findWorkload(program, reference, "VMAuth", "--request");
  const { derivation } = deriveResource(program, gateway);
  const users = usersIn(
    derivation.configs.flatMap(({ files }) => Object.values(files)),
    values,
  );
  const shown: Shown = { read: (value) => String(values.evaluate(String(value))), mask: (value) => values.mask(String(value)) };
  const asked = requestTo(target, headers);
  const title = `${objectKey(gateway)} gets ${target} ${name === undefined ? "without credentials" : `from ${name}`}:`;
  const lines =
    isAnsweredByItself(asked) && !hasInternalPort(derivation)
      ? ["vmauth answers it itself, whatever the routes say: spec.internalListenPort moves its own pages to another port."]
      : name === undefined
        ? withoutCredentials(users, asked, shown)
        : userLines(userNamed(name, users, shown), asked, shown);
  return `${[title, ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
}

/** Whether vmauth serves its own pages on a port of their own. */
const hasInternalPort = ({ objects }: Derivation): boolean =>
  objects.some(({ manifest }) => JSON.stringify(manifest).includes("-httpInternalListenAddr="));

function usersIn(files: readonly GeneratedFile[], values: Values): Users {
  const parts = files.flatMap((file) => file.parts ?? givenParts(file, values));
  const unauthorized = parts.find(({ section }) => section === "unauthorized_user");
  return {
    users: parts
      .filter(({ section }) => section === "users")
      .map(({ object, tree }, index) => ({ name: object ?? `users[${index}]`, tree })),
    ...(unauthorized && { unauthorized: { name: "unauthorized_user", tree: unauthorized.tree } }),
  };
}

/** The users of a configuration that the user gave as a whole. */
function givenParts({ text }: GeneratedFile, values: Values): readonly { section: string; object?: string; tree: Tree }[] {
  const opened = values.open(text, parseYaml);
  if (!opened || "problem" in opened)
    throw new UsageError("the configuration of this VMAuth is not known here, so its routes are not either");
  const { users, unauthorized_user } = (opened.data ?? {}) as { readonly users?: readonly Tree[]; readonly unauthorized_user?: Tree };
  return [
    ...(users ?? []).map((tree) => ({ section: "users", tree })),
    ...(unauthorized_user === undefined ? [] : [{ section: "unauthorized_user", tree: unauthorized_user }]),
  ];
}

/** @throws UsageError when there is no such user, or several. */
function userNamed(name: string, { users }: Users, { read }: Shown): User {
  const found = users.filter((user) => {
    const [, namespace, own] = user.name.split("/");
    const { username } = user.tree as { readonly username?: Tree };
    return name === own || name === `${namespace}/${own}` || name === user.name || (username !== undefined && read(username) === name);
  });
  const [only] = found;
  if (only && found.length === 1) return only;
  const all = (found.length > 0 ? found : users).map((user) => user.name);
  if (found.length > 1) throw new UsageError(`${name} is not unique: it may be ${all.join(", ")}`);
  throw new UsageError(`this VMAuth has no user ${name}: ${all.length > 0 ? `expected one of ${all.join(", ")}` : "it has no users"}`);
}

function withoutCredentials({ users, unauthorized }: Users, request: Request, shown: Shown): string[] {
  if (!unauthorized) return ["It is refused (401): no access without credentials is configured (spec.unauthorizedUserAccessSpec)."];
  return userLines(unauthorized, request, shown, users.length > 0 ? "(401): no route of unauthorized_user takes it" : undefined);
}

function userLines(user: User, request: Request, shown: Shown, refusal = "(400): no route of the user takes it"): string[] {
  const route = routeRequest(user.tree, request, shown);
  return [
    `as ${user.name}`,
    ...lookLines(route),
    ...(route.destination ? destinationLines(route.destination) : [`It is refused ${refusal}.`]),
  ];
}

const words: Readonly<Record<Criterion, string>> = {
  src_hosts: "host",
  src_paths: "path",
  src_query_args: "parameters",
  src_headers: "headers",
};

const lookLines = ({ looks }: RequestRoute): string[] =>
  looks.map(({ path, patterns, refusedBy }) => {
    const conditions = Object.entries(patterns).map(([criterion, texts]) => `${words[criterion as Criterion]} ${texts.join(" or ")}`);
    const result = refusedBy ? `does not match${conditions.length > 1 ? `, because of the ${words[refusedBy]}` : ""}` : "matches";
    return `${path}: ${conditions.join(", ")}: ${result}`;
  });

function destinationLines({ path, addresses, policy, headers }: Destination): string[] {
  const [first = "nowhere"] = addresses;
  const several = policy === "first_available" ? "the first available of" : "one of";
  return [
    ...(path === "url_prefix"
      ? ["url_prefix: takes all other requests"]
      : path === "default_url"
        ? ["default_url: takes requests without a route"]
        : []),
    ...(addresses.length > 1 ? [`It goes to ${several}:`, ...addresses.map((address) => `  - ${address}`)] : [`It goes to ${first}`]),
    ...(headers.length > 0 ? ["with the headers:", ...headers.map((header) => `  - ${header}`)] : []),
  ];
}
