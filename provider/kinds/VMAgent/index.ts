import { scrapesSelected } from "../../scraping/scrape-selection";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { componentArguments, type VMAgentArguments } from "./arguments";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VMAgentSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VMAgent: Kind<VMAgentSpec, VMAgentArguments> = {
  kind: "VMAgent",
  apiVersion: v1beta1,
  description:
    "An agent that scrapes the targets of scrape objects, accepts pushed samples, and writes all samples to one or more targets.",
  spec,
  example,
  arguments: componentArguments,
  check,
  selfScrapes,
  derive,
  applications: { vmagent: {} },
  outputs,
  selects: scrapesSelected(false),
  backends,
};
