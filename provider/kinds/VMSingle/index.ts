import type { Kind } from "../../kind";
import { spec } from "./schema";

export const VMSingle: Kind = { kind: "VMSingle", description: "VMSingle", spec };
