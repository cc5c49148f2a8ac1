import type { Kind } from "../../kind";
import { spec } from "./schema";

export const VMServiceScrape: Kind = { kind: "VMServiceScrape", description: "VMServiceScrape", spec };
