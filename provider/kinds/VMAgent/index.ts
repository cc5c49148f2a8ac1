import type { Kind } from "../../kind";
import { spec } from "./schema";

export const VMAgent: Kind = { kind: "VMAgent", description: "VMAgent", spec };
