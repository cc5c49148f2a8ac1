import type { z } from "zod";
import { described, item, list, object, required, string, structural } from "../../schema/fields";

const program = object("TeamProgramReference", "A program that the platform runs for the team: one with the argument `team`.", {
  name: required(structural(string("Name of its custom resource.", { minLength: 1 }))),
  namespace: required(structural(string("Namespace of its custom resource.", { minLength: 1 }))),
});

export const spec = object(
  "VMTeamSpec",
  "The scrape objects and rules of a team, and the programs of the platform that take them. At least one program must be given.",
  {
    agent: described("The VMAgent that scrapes the targets of the team's scrape objects. Default: none are scraped.", program),
    alert: described("The VMAlert that evaluates the team's VMRules. Default: none are evaluated.", program),
    namespaces: list("Namespaces whose scrape objects and rules are taken. Default: the one of this resource.", structural(item), {
      minItems: 1,
    }),
  },
);

export type VMTeamSpec = z.output<typeof spec>;
