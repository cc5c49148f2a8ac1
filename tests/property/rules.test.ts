import { ruleWorlds, secretMark } from "./rule-objects";
import { itGivesTheSameBytes, itShowsNoSecret } from "./worlds";

describe("random rules", () => {
  itGivesTheSameBytes(ruleWorlds);
  // Notifiers have their secrets in files, so the configuration shows not even a mask.
  itShowsNoSecret(ruleWorlds, secretMark, 0);
});
