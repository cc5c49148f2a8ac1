import type { z } from "zod";
import { integer, item, list, map, object, required, string, structural, word } from "../../schema/fields";

const deployer = object("TeamDeployer", "An identity that deploys for the team.", {
  kind: required(structural(word("Sort of the identity.", ["ServiceAccount", "User", "Group"]))),
  name: required(structural(string("Name of the account, user or group.", { minLength: 1 }))),
  namespace: structural(string("Namespace of a ServiceAccount. Default: the first of the team's namespaces.")),
});

const limits = object("TeamLimits", "Bounds for the objects of the team; beyond them its preview fails.", {
  jobs: integer("Maximum number of scrape jobs. Default: no bound.", { minimum: 1 }),
  samplesPerScrape: integer("Maximum number of samples in a scrape: jobs without a limit get this one. Default: no bound.", { minimum: 1 }),
  rules: integer("Maximum number of rules. Default: no bound.", { minimum: 1 }),
});

/** The argument by which a VMAgent or a VMAlert takes its jobs or rules from a team. */
export const team = object(
  "Team",
  "The team that an agent or alert works for: its jobs or rules come from the VMTeam of the team's own stack.",
  {
    namespaces: required(
      list("Namespaces of the team. Its objects lie in them, and its agent may discover targets in them alone.", structural(item), {
        minItems: 1,
      }),
    ),
    labels: map("Labels for all samples and alerts of the team. They win over labels of the same name that it sets.", structural(item)),
    deployers: list("Identities that may write the jobs and rules of the team, and nothing else. Default: none.", deployer),
    kinds: list(
      "Kinds of scrape objects that the team may use. Default: VMServiceScrape and VMPodScrape, which find targets in its namespaces alone.",
      structural(item),
    ),
    limits,
  },
);

export type Team = z.output<typeof team>;

/** The arguments of a component that may work for a team. */
export interface TeamArguments {
  readonly team?: Team;
}
