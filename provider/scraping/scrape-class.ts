import { isGiven } from "../config/keys";
import type { AttachMetadata, Endpoint, ScrapeClass } from "./scrape-types";

/** The scrape class of an object: the class that it names, else the default class. `unknown` if the name does not exist. */
export function scrapeClassOf(name: string | undefined, classes: readonly ScrapeClass[] = []): ScrapeClass | undefined | "unknown" {
  if (name === undefined) return classes.find((scrapeClass) => scrapeClass.default);
  return classes.find((scrapeClass) => scrapeClass.name === name) ?? "unknown";
}

/** Rules for filling in a block of settings from another. */
interface Block {
  /** Fields that belong together: a group is not filled in if the block has any of its fields. */
  readonly groups: readonly (readonly string[])[];
  /** Blocks in it. */
  readonly blocks?: Readonly<Record<string, Block>>;
}

/** `insecureSkipVerify` is not filled in: an endpoint with TLS settings decides itself about unverified certificates. */
const tls: Block = { groups: [["ca", "caFile"], ["cert", "certFile"], ["keySecret", "keyFile"], ["serverName"]] };

const endpointBlock: Block = {
  groups: [["bearerTokenSecret", "bearerTokenFile"]],
  blocks: {
    tlsConfig: tls,
    basicAuth: { groups: [["username"], ["password", "password_file"]] },
    authorization: { groups: [["credentials", "credentialsFile"]] },
    oauth2: {
      groups: [["client_id"], ["client_secret", "client_secret_file"], ["scopes"], ["endpoint_params"], ["token_url"], ["proxy_url"]],
      blocks: { tls_config: tls },
    },
  },
};

/**
 * An endpoint with its TLS and authentication filled in from a scrape class. A missing block is taken as a whole; in other blocks only missing fields
 * are filled in. A class never overrides settings of an endpoint: a credential in a file counts like one in a Secret.
 */
export function withScrapeClass<AnyEndpoint extends Endpoint>(endpoint: AnyEndpoint, scrapeClass: ScrapeClass | undefined): AnyEndpoint {
  return filledIn(endpoint, scrapeClass, endpointBlock) as AnyEndpoint;
}

/**
 * The metadata attached to targets: the setting of the endpoint, else of its object, else of the scrape class, for each kind of metadata separately.
 */
export function attachedMetadata(...says: readonly (AttachMetadata | undefined)[]): AttachMetadata {
  const first = (name: keyof AttachMetadata) => says.find((metadata) => metadata?.[name] !== undefined)?.[name];
  return { node: first("node"), namespace: first("namespace") };
}

type Settings = Readonly<Record<string, unknown>>;

function filledIn(own: Settings | undefined, other: Settings | undefined, { groups, blocks = {} }: Block): Settings | undefined {
  if (!own || !other) return own ?? other;
  const taken = groups.filter((group) => !group.some((field) => isGiven(own[field]))).flat();
  const inner = Object.entries(blocks).map(([name, block]) => [name, filledIn(own[name] as Settings, other[name] as Settings, block)]);
  return { ...own, ...Object.fromEntries(taken.map((field) => [field, other[field]])), ...Object.fromEntries(inner) };
}
