import { TLSAssets } from "../../config/assets";
import { Credentials } from "../../features/client-credentials";
import { type ScrapeFiles, type ScrapePlace, type ScrapeTexts, scrapeFiles } from "../../features/scrape-files";
import { agentOfTeam, teamFiles } from "../../features/team/team-place";
import { scrapeConfiguration } from "../../scraping/scrape-configuration";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMAgentArguments } from "./arguments";
import type { Agent } from "./model";
import type { VMAgentSpec } from "./schema";

/** Where vmagent has its scrape configuration. */
export const scrapePlace: ScrapePlace = {
  file: "vmagent.yaml",
  configPath: "/etc/vmagent/config",
  configOutPath: "/etc/vmagent/config_out",
  tlsAssetsPath: "/etc/vmagent-tls/certs",
};

/** The files with credentials for the targets. Where the Secret of the configuration is the user's, all lie in that of TLS. */
export function targetCredentials({ workload: { namespace } }: Agent, context: KindContext<VMAgentArguments>): Credentials {
  const { configPath, tlsAssetsPath } = scrapePlace;
  const secrets = context.arguments.userManagedConfig ? tlsAssetsPath : configPath;
  return new Credentials(namespace, { secrets, tls: tlsAssetsPath }, context);
}

/** The Secrets of an agent and their mounts. */
export interface Configuration extends ScrapeFiles {
  /** Whether vmagent needs the Secret of TLS. */
  readonly hasTls: boolean;
}

/** The agent's scrape configuration, and the credentials for its targets. */
export function configuration(
  resource: CustomResource<VMAgentSpec>,
  agent: Agent,
  credentials: Credentials,
  context: KindContext<VMAgentArguments>,
): Configuration {
  const { secrets, tls } = credentials.files;
  const isUsers = context.arguments.userManagedConfig === true;
  const isGenerated = agent.scrapes && !isUsers;
  const { tlsAssetsPath: tlsAssetsDirectory } = scrapePlace;
  const files = context.arguments.team ? [teamFiles(agentOfTeam)] : [];
  const texts = isGenerated ? scrapeConfiguration({ resource, tlsAssetsDirectory, files }, context) : noTexts;
  const tlsAssets = new TLSAssets(scrapePlace.tlsAssetsPath);
  for (const assets of [texts.tlsAssets, tls, ...(isUsers ? [secrets] : [])]) tlsAssets.addAll(assets);
  const generated = scrapeFiles(agent.workload, scrapePlace, { ...texts, tlsAssets, credentials: secrets }, context);
  const hasTls = agent.scrapes || !tlsAssets.isEmpty;
  const roles: Readonly<Record<string, boolean>> = { config: agent.hasConfig && !isUsers, "tls-assets": agent.hasConfig || hasTls };
  return {
    ...generated,
    hasTls,
    objects: generated.objects.filter(({ role }) => roles[role] ?? true),
    configs: isGenerated ? generated.configs : [],
  };
}

const noTexts: ScrapeTexts = { main: "", parts: [], overflow: [], tlsAssets: new TLSAssets(scrapePlace.tlsAssetsPath) };
