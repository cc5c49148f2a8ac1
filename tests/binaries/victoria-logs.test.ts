import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { VLAgent } from "../../provider/kinds/VLAgent";
import { VLSingle } from "../../provider/kinds/VLSingle";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { flagsOf } from "../../tools/flags.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { containersOf, enterpriseFlags, flagOf, givenNames, programFlags } from "../derived-flags";
import { contextWith } from "../unit/context";
import { exceptionsOf } from "./exceptions";
import { inputs } from "./inputs";
import { type Program, RunningLogs } from "./running-logs";

/** The program of each container. Those of VictoriaTraces cannot be had. */
const programs: Readonly<Record<string, Program>> = {
  vlsingle: "victoria-logs",
  vlinsert: "victoria-logs",
  vlselect: "victoria-logs",
  vlstorage: "victoria-logs",
  vlagent: "vlagent",
};

interface Start {
  readonly program: Program;
  readonly args: readonly string[];
}

/** The containers that an input becomes, without flags of the user's that do not exist, and without those of a license. */
async function startsOf(text: string, name: string): Promise<Start[]> {
  const manifests = readYaml(text, name);
  const given = new Set(givenNames(manifests));
  const { objects } = await render(manifests, { onInvalid: "skip" });
  return containersOf(objects).flatMap(({ name: container, args = [] }) => {
    const program = programs[container];
    if (!program) return [];
    const isKnown = (flag: string): boolean => programFlags.get(program)?.has(flag) ?? false;
    return [
      {
        program,
        args: args.filter(
          (argument) => isKnown(flagOf(argument)) || !(given.has(flagOf(argument)) || enterpriseFlags.test(flagOf(argument))),
        ),
      },
    ];
  });
}

/** Why a container does not start; undefined if it does. */
async function refusalOf({ program, args }: Start): Promise<string | undefined> {
  try {
    await (await RunningLogs.start(program, args)).stop();
    return undefined;
  } catch (error) {
    return `${program}: ${error instanceof Error ? error.message : error}`;
  }
}

const exceptions = new Map(exceptionsOf("victoria-logs").map(({ input, reason }) => [input, reason]));

describe("VictoriaLogs and what is derived", () => {
  const done = new Set<string>();
  for (const { name, text } of inputs().filter((input) => /kind: VL(Single|Cluster|Agent)\b/.test(input.text))) {
    const reason = exceptions.get(name);
    it(reason ? `${name}, which it refuses: ${reason}` : name, async () => {
      const refusals: string[] = [];
      for (const start of await startsOf(text, name)) {
        const key = JSON.stringify(start);
        if (done.has(key)) continue;
        done.add(key);
        const refusal = await refusalOf(start);
        if (refusal) refusals.push(refusal);
      }
      if (reason) expect(refusals, "it is accepted by now: take it out of exceptions.yaml").not.to.be.empty;
      else expect(refusals).to.deep.equal([]);
    }).timeout(60_000);
  }

  it("do not agree where a flag does not exist, or where a retention is too short", async () => {
    const args = ["-httpListenAddr=:9428", "-storageDataPath=/data"];
    expect(await refusalOf({ program: "victoria-logs", args })).to.equal(undefined);
    expect(await refusalOf({ program: "victoria-logs", args: [...args, "-storageDataPth=/x"] })).to.contain("-storageDataPth");
    expect(await refusalOf({ program: "victoria-logs", args: [...args, "-retentionPeriod=12h"] })).to.contain(
      "cannot be smaller than a day",
    );
    expect(await refusalOf({ program: "vlagent", args: ["-httpListenAddr=:9429", "-remoteWrite.oauth2.clientId=x"] })).to.contain(
      "clientId",
    );
  });
});

describe("the lists of flags", () => {
  for (const program of ["victoria-logs", "vlagent"] as const)
    it(`has those that ${program} names itself`, async () => {
      const { [program]: executable = "" } = await ensure([program]);
      expect([...(programFlags.get(program) ?? [])]).to.have.members(flagsOf(executable));
    });
});

describe("the addresses that users are told", () => {
  it("take log entries in, send them on, and answer queries", async () => {
    const metadata = { name: "logs", namespace: "ns" };
    const derive = (kind: typeof VLSingle | typeof VLAgent, spec: object) =>
      // biome-ignore lint/suspicious/noExplicitAny: the kinds have different specs
      (kind as any).derive({ apiVersion: kind.apiVersion, kind: kind.kind, metadata, spec: kind.spec.parse(spec) }, contextWith());
    const start = ({ objects }: ReturnType<typeof derive>, program: Program) =>
      RunningLogs.start(program, containersOf(objects.map(({ manifest }: { manifest: object }) => manifest))[0]?.args ?? []);
    const at = (url: string, { port }: RunningLogs): string => {
      const local = new URL(url);
      local.host = `127.0.0.1:${port}`;
      return local.href;
    };
    const single = derive(VLSingle, { extraArgs: { "http.pathPrefix": "/logs" } });
    const database = await start(single, "victoria-logs");
    const remoteWrite = [{ url: at(single.outputs.remoteWriteUrl, database) }];
    const sending = derive(VLAgent, { remoteWrite, remoteWriteSettings: { flushInterval: "100ms" } });
    const agent = await start(sending, "vlagent").catch(async (error) => {
      await database.stop();
      throw error;
    });
    try {
      const entry = JSON.stringify({ _msg: "hello", _time: new Date().toISOString(), app: "shop" });
      for (const url of [at(sending.outputs.jsonLineUrl, agent), at(single.outputs.jsonLineUrl, database)]) {
        const { ok } = await fetch(`${url}?_stream_fields=app`, { method: "POST", body: `${entry}\n` });
        expect(ok, url).to.equal(true);
      }
      const query = encodeURIComponent('{app="shop"} hello | stats count() entries');
      let answer = "";
      for (let attempt = 0; attempt < 100 && !answer.includes('"2"'); attempt++) {
        answer = await (await fetch(`${at(single.outputs.queryUrl, database)}?query=${query}`)).text();
        await sleep(100);
      }
      expect(JSON.parse(answer)).to.deep.equal({ entries: "2" });
    } finally {
      await Promise.all([agent.stop(), database.stop()]);
    }
  }).timeout(60_000);
});
