import fc from "fast-check";

/**
 * Random tests draw the same values in every run, so that a change fails for what it changed. `PROPERTY_SEED` draws others: a number, or `random`
 * for new ones in each run.
 */
const { PROPERTY_SEED = "1" } = process.env;

if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
