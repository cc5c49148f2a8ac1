import { expect } from "chai";
import { render } from "../../provider/render";

const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "s", namespace: "ns" }, stringData: { k: "v" } };
const key = { name: "s", key: "k" };

/** Each way to log in by its field. */
const ways = {
  basicAuth: { basicAuth: { username: key, password: key } },
  bearerTokenSecret: { bearerTokenSecret: key },
  bearerTokenFile: { bearerTokenFile: "/token" },
  oauth2: { oauth2: { client_id: { secret: key }, client_secret: key, token_url: "https://login" } },
} as const;

type Way = keyof typeof ways;

/** The specs with a client at each place that can have one, and the path of the place. */
const places: Readonly<Record<string, { kind: string; path: string; spec: (client: object) => object }>> = {
  "the datasource of a VMAlert": { kind: "VMAlert", path: "spec.datasource", spec: (client) => ({ datasource: client, notifier }) },
  "the remoteWrite of a VMAlert": {
    kind: "VMAlert",
    path: "spec.remoteWrite",
    spec: (remoteWrite) => ({ datasource, notifier, remoteWrite }),
  },
  "the remoteRead of a VMAlert": { kind: "VMAlert", path: "spec.remoteRead", spec: (remoteRead) => ({ datasource, notifier, remoteRead }) },
  "the notifier of a VMAlert": { kind: "VMAlert", path: "spec.notifier", spec: (client) => ({ datasource, notifier: client }) },
  "one of a VMAlert's notifiers": {
    kind: "VMAlert",
    path: "spec.notifiers[1]",
    spec: (client) => ({ datasource, notifiers: [notifier, client] }),
  },
  "a target of a VMAgent": { kind: "VMAgent", path: "spec.remoteWrite[0]", spec: (client) => ({ remoteWrite: [client] }) },
};
const datasource = { url: "http://database" };
const notifier = { url: "http://alertmanager" };

const apiVersion = "operator.victoriametrics.com/v1beta1";

async function warnings({ kind, spec }: (typeof places)[string], given: readonly Way[]): Promise<string[]> {
  const client = Object.assign({ url: "http://target" }, ...given.map((way) => ways[way]));
  const { issues } = await render([secret, { apiVersion, kind, metadata: { name: "a", namespace: "ns" }, spec: spec(client) }], {
    onInvalid: "skip",
  });
  return issues.filter(({ message }) => message.includes("two kinds of authentication")).map(({ severity, path }) => `${severity} ${path}`);
}

describe("two ways to log in at", () => {
  for (const [name, place] of Object.entries(places)) {
    it(`${name} are named, and one is not`, async () => {
      const possible = (Object.keys(ways) as Way[]).filter((way) => place.kind === "VMAlert" || way !== "bearerTokenFile");
      for (const way of possible) expect(await warnings(place, [way]), way).to.deep.equal([]);
      for (const second of possible.filter((way) => way !== "basicAuth"))
        expect(await warnings(place, ["basicAuth", second]), second).to.deep.equal([`warning ${place.path}.${second}`]);
      expect(await warnings(place, ["oauth2", "bearerTokenSecret"])).to.deep.equal([`warning ${place.path}.oauth2`]);
    });
  }
});
