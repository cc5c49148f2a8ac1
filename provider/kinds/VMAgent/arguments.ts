import type { z } from "zod";
import { team } from "../../features/team/team-fields";
import { leastPrivilege } from "../../schema/component-arguments";
import { boolean, object, structural } from "../../schema/fields";

/** Arguments of the component beside `metadata` and `spec`. */
export const componentArguments = object("VMAgentArguments", "Arguments of VMAgent beside `metadata` and `spec`.", {
  userManagedConfig: structural(
    boolean(
      "Leaves the Secret with the scrape configuration to the user: it is called like the derived objects, and holds the gzipped configuration under " +
        "`vmagent.yaml.gz`. An error together with anything that the configuration would be made of. Default false.",
    ),
  ),
  leastPrivilege,
  team,
});

export type VMAgentArguments = z.output<typeof componentArguments>;
