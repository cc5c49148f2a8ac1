import { isGiven } from "../config/keys";
import type { AttachMetadata, Endpoint, ScrapeClass } from "./scrape-types";

/** The class that an object is scraped with: the one that it names, else the default one. `unknown` where there is none of that name. */
export function scrapeClassOf(name: string | undefined, classes: readonly ScrapeClass[] = []): ScrapeClass | undefined | "unknown" {
  if (name === undefined) return classes.find((scrapeClass) => scrapeClass.default);
  return classes.find((scrapeClass) => scrapeClass.name === name) ?? "unknown";
}

/** How a block of settings is filled in from another. */
interface Block {
  /** Fields that are taken together: a group of which the block has any field is its own business. */
  readonly groups: readonly (readonly string[])[];
  /** Blocks in it. */
  readonly blocks?: Readonly<Record<string, Block>>;
}

/** `insecureSkipVerify` is not filled in: whoever says anything about TLS also says whether a certificate may go unverified. */
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
 * An endpoint with its TLS and authentication filled in from a scrape class. A block that the endpoint does not have is taken as a whole, of
 * others what the endpoint leaves out. Never does a class override what an endpoint says: a credential in a file counts as one in a Secret.
 */
export function withScrapeClass<AnyEndpoint extends Endpoint>(endpoint: AnyEndpoint, scrapeClass: ScrapeClass | undefined): AnyEndpoint {
  return filledIn(endpoint, scrapeClass, endpointBlock) as AnyEndpoint;
}

/** What is attached to targets: what the endpoint says, else its object, else the scrape class, for each kind of metadata by itself. */
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
