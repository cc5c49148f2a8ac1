import { scrapesSelected } from "../../scraping/scrape-selection";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VMSingleSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VMSingle: Kind<VMSingleSpec> = {
  kind: "VMSingle",
  apiVersion: v1beta1,
  description: "A database for metrics in a single pod, which accepts pushed samples and answers queries.",
  spec,
  example,
  check,
  selfScrapes,
  derive,
  applications: { vmsingle: { retention: "1" } },
  outputs,
  selects: scrapesSelected(true),
  backends,
};
