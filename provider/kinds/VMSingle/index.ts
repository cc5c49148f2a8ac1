import { scrapesSelected } from "../../scraping/scrape-selection";
import { fixedPort, single } from "../../vmauth/backend";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { derive, outputs, selfScrapes } from "./derive";
import { spec, type VMSingleSpec } from "./schema";

export const VMSingle: Kind<VMSingleSpec> = {
  kind: "VMSingle",
  apiVersion: v1beta1,
  description: "A database for metrics in a single pod, which takes in what is pushed to it and answers queries.",
  spec,
  check,
  selfScrapes,
  derive,
  applications: { vmsingle: { retention: "1" } },
  outputs,
  selects: scrapesSelected(true),
  // Whatever port it listens on, its Service has this one.
  backends: new Map([["VMSingle", single("VMSingle", fixedPort("8428"))]]),
};
