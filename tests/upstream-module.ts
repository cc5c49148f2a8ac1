import { addUpstream } from "../tools/upstream.mjs";

/** VictoriaMetrics' own code has to be where a build puts it, for those who run single files without a build. */
export const mochaGlobalSetup = addUpstream;
