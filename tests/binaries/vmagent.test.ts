import { expect } from "chai";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { exceptionsOf } from "./exceptions";
import { inputs } from "./inputs";
import { isAnnounced, scrapeConfigurations, verdictOf } from "./vmagent";

const exceptions = new Map(exceptionsOf("vmagent").map(({ input, reason }) => [input, reason]));

describe("vmagent and what is derived from", () => {
  for (const { name, text } of inputs()) {
    const reason = exceptions.get(name);
    it(reason ? `${name}, which it refuses: ${reason}` : name, async () => {
      const { objects, issues } = await render(readYaml(text, name), { onInvalid: "skip" });
      const verdicts = scrapeConfigurations(objects).map(verdictOf);
      const refusals = verdicts.flatMap(({ refusal }) => refusal ?? []);
      if (reason) expect(refusals, "it is accepted by now: take it out of exceptions.yaml").not.to.be.empty;
      else expect(refusals).to.deep.equal([]);
      for (const { job, reason: problem } of verdicts.flatMap(({ leftOut }) => leftOut))
        expect(isAnnounced(job, issues), `nobody was told that the job ${job} is left out: ${problem}`).to.equal(true);
    });
  }
});

const job = "- job_name: a\n  static_configs:\n  - targets: [a:1]\n";

describe("the check by vmagent", () => {
  it("accepts what is right", () => {
    expect(verdictOf({ main: `scrape_configs:\n${job}`, overflow: [] })).to.deep.equal({ leftOut: [] });
  });

  it("rejects a key that there is not", () => {
    const { refusal } = verdictOf({ main: `scrape_configs:\n${job}  static_konfigs: []\n`, overflow: [] });
    expect(refusal).to.contain("field static_konfigs not found");
  });

  it("rejects a duration that is none", () => {
    const { refusal } = verdictOf({ main: `scrape_configs:\n${job}  scrape_interval: often\n`, overflow: [] });
    expect(refusal).to.contain('cannot parse duration "often"');
  });

  it("rejects a broken job in another Secret", () => {
    const main = `scrape_config_files:\n- /etc/vm/sc-files/*/jobs.yaml\nscrape_configs: []\n`;
    expect(verdictOf({ main, overflow: [job] })).to.deep.equal({ leftOut: [] });
    expect(verdictOf({ main, overflow: [job, job] }).refusal).to.contain("duplicate `job_name`");
  });

  it("tells which jobs are left out", () => {
    const { leftOut } = verdictOf({ main: `scrape_configs:\n${job}  max_scrape_size: large\n`, overflow: [] });
    expect(leftOut.map(({ job: name }) => name)).to.deep.equal(["a"]);
  });
});
