import fc, { type Arbitrary } from "fast-check";
import { kinds } from "../../provider/kinds";
import { v1beta1 as apiVersion } from "../../provider/world/objects";
import { arbitraryOf, name, type Overrides, text } from "./arbitrary";

/** The mark in every value of a Secret in these worlds. */
export const secretMark = "s3cr3t";

const namespace = "ns";
const credentials = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "credentials", namespace },
  stringData: {
    token: `${secretMark}\n`,
    password: `pass: "${secretMark}'\\ #`,
    url: `https://hook.example.com/${secretMark}`,
    base: `route: {receiver: base}\nreceivers: [{name: base, webhook_configs: [{url: "http://base/${secretMark}"}]}]\n`,
  },
};
const base = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "base", namespace },
  stringData: { "alertmanager.yaml": credentials.stringData.base },
};
const settings = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings", namespace }, data: { ca: "-----BEGIN-----" } };

const duration = fc.oneof(fc.constantFrom("30s", "1m30s", "500ms", "15m"), text);
const url = fc.oneof(
  fc.constantFrom("http://a", "https://user:pass@b.example.com/c?d=e#f", "https://[::1]:1080", "ftp://x", "x"),
  fc.webUrl(),
  text,
);
const matcher = fc.oneof(
  fc.constantFrom('a="b"', 'job=~"a.*"', "{a!=b,c!~d}", '"a b"="c"', "a=b,", "{}", '(="b"', 'a=~"("', "é=ü"),
  fc.tuple(text, text).map(([label, value]) => `${label}=${JSON.stringify(value)}`),
  text,
);
const receiverName = fc.constantFrom("one", "two", "three");
const timesName = fc.constantFrom("night", "weekend");
const times = fc.oneof(fc.constantFrom("00:00", "06:30", "12:00", "24:00"), text);
const span = (...members: readonly string[]) => fc.array(fc.oneof(fc.constantFrom(...members), text), { maxLength: 2 });

/** Values that a schema alone cannot make: references that are there, and texts that are checked. Some of the texts are wrong all the same. */
const overrides: Overrides = {
  types: {
    SecretKeySelector: fc.record({
      name: fc.constant("credentials"),
      key: fc.constantFrom("token", "password", "url", "url", "url", "token", "password", "gone"),
    }),
    ConfigMapKeySelector: fc.record({ name: fc.constant("settings"), key: fc.constant("ca") }),
  },
  fields: {
    name: receiverName,
    receiver: receiverName,
    active_time_intervals: fc.array(timesName, { maxLength: 1 }),
    mute_time_intervals: fc.array(timesName, { maxLength: 1 }),
    group_wait: duration,
    group_interval: duration,
    repeat_interval: duration,
    matchers: fc.array(matcher, { maxLength: 2 }),
    source_matchers: fc.array(matcher, { maxLength: 2 }),
    target_matchers: fc.array(matcher, { maxLength: 2 }),
    url,
    api_url: fc.oneof(url, fc.constant({ name: "credentials", key: "url" })),
    apiURL: url,
    webhook_url: url,
    timeout: duration,
    reopen_duration: duration,
    retry: duration,
    expire: duration,
    smarthost: fc.oneof(fc.constantFrom("smtp.example.com:587", "[::1]:25", ":25"), text),
    location: fc.oneof(fc.constantFrom("Europe/Berlin", "UTC"), text),
    start_time: times,
    end_time: times,
    weekdays: span("monday", "monday:friday", "Sunday", "3", "friday:monday"),
    days_of_month: span("1", "1:5", "-3:-1", "0", "32"),
    months: span("may", "1:3", "may:august", "13"),
    years: span("2025", "2025:2030", "2030:2025"),
  },
};

const timeIntervals = ["night", "weekend"].map((each) => ({ name: each, time_intervals: [{ weekdays: ["saturday", "sunday"] }] }));

/** Receivers of one kind each, which a route can refer to, beside random ones. */
const spec = arbitraryOf(kinds.VMAlertmanagerConfig.spec, overrides).map((random) => {
  const { receivers = [], time_intervals = [], ...others } = random as { receivers?: { name: string }[]; time_intervals?: object[] };
  const named = ["one", "two", "three"].map((each) => receivers.find((receiver) => receiver.name === each) ?? { name: each });
  return { ...others, receivers: named, time_intervals: time_intervals.length > 0 ? timeIntervals : time_intervals };
});

const given = <Value>(value: Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 });

const alertmanager = fc.record({
  disableRouteContinueEnforce: given(fc.boolean()),
  enforcedTopRouteMatchers: given(fc.constant(['tier="gold"'])),
  arbitraryFSAccessThroughSMs: given(fc.record({ deny: fc.boolean() })),
  templates: given(fc.constant([{ name: "settings", key: "ca" }])),
  configSecret: given(fc.constant("base")),
  configRawYaml: given(
    fc.constant(
      "global: {smtp_smarthost: 's:25', smtp_from: a@b, slack_api_url: http://s}\nroute: {receiver: r}\nreceivers: [{name: r}]\n",
    ),
  ),
});

const manifest = (kind: string, objectName: string, fields: unknown) => ({
  apiVersion,
  kind,
  metadata: { name: objectName, namespace },
  spec: fields,
});

/** An Alertmanager that selects random resources, with the Secrets and the ConfigMap that they refer to. */
export const alertingWorlds: Arbitrary<object[]> = fc
  .tuple(alertmanager, fc.array(fc.tuple(name, spec), { maxLength: 3 }))
  .map(([fields, resources]) => [
    manifest("VMAlertmanager", "main", { ...fields, selectAllByDefault: true }),
    credentials,
    base,
    settings,
    ...resources.map(([, each], index) => manifest("VMAlertmanagerConfig", `team-${index}`, each)),
  ]);
