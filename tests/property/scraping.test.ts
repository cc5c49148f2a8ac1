import { scrapedWorlds, secretMark } from "./scrape-objects";
import { itGivesTheSameBytes, itShowsNoSecret } from "./worlds";

describe("random scrape objects", () => {
  itGivesTheSameBytes(scrapedWorlds);
  itShowsNoSecret(scrapedWorlds, secretMark, 41);
});
