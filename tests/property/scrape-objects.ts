import fc, { type Arbitrary } from "fast-check";
import { kinds } from "../../provider/kinds";
import { v1beta1 as apiVersion } from "../../provider/world/objects";
import { arbitraryOf, name, type Overrides, text } from "./arbitrary";

/** The mark in every value of a Secret in these worlds. */
export const secretMark = "s3cr3t";

const credentials = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "credentials", namespace: "ns" },
  stringData: {
    user: `user-${secretMark}`,
    password: `pass: "${secretMark}'\\ #`,
    token: `${secretMark}\n`,
    certificate: `-----BEGIN-----\n${secretMark}\n-----END-----\n`,
    jobs: `- job_name: given\n  authorization: {credentials: ${secretMark}}\n  static_configs: [{targets: [given-${secretMark}:1]}]\n`,
  },
};
const settings = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "settings", namespace: "ns" },
  data: { ca: "-----BEGIN-----", id: "client" },
};

const duration = fc.oneof(fc.constantFrom("30s", "1m30s", "500ms", "1.5h", "15", "2D"), text);
const url = fc.oneof(fc.constantFrom("http://proxy:3128", "https://user:pass@proxy.example.com", "socks5://[::1]:1080"), text);
const expression = fc.oneof(
  fc.constantFrom("(.+)", "a|b", "^x.*$", "[a-z]+", "true", "${1}", "\\d+", "(?i)a", "a{2,3}", "\\p{Greek}", "(?:a)*?"),
  text,
);
const selector = fc.oneof(fc.constantFrom('{a="b"}', 'up{job=~"a.*",x!=""}', '{__name__=~"a|b"}', '{a="b" or c!~"d"}', "up"), text);
const label = fc.constantFrom("a", "job", "instance", "__name__", "__meta_kubernetes_pod_name");
const given = <Value>(value: Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 4 });

const relabelRule = fc
  .record({
    action: given(
      fc.constantFrom("replace", "keep", "drop", "labelmap", "labeldrop", "hashmod", "lowercase", "keep_if_equal", "Replace", "x"),
    ),
    sourceLabels: given(fc.array(label, { minLength: 1, maxLength: 2 })),
    target_label: given(label),
    separator: given(text),
    regex: given(fc.oneof(expression, fc.array(expression, { maxLength: 2 }))),
    modulus: given(fc.integer({ min: 0, max: 9 })),
    replacement: given(fc.oneof(text, expression)),
    if: given(fc.oneof(selector, fc.array(selector, { maxLength: 2 }))),
  })
  .map(withoutUndefined);

const requirement = fc.oneof(
  fc.record({
    key: fc.constantFrom("app", "example.com/tier"),
    operator: fc.constantFrom("In", "NotIn"),
    values: fc.array(name, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ key: fc.constantFrom("app", "example.com/tier"), operator: fc.constantFrom("Exists", "DoesNotExist") }),
);

/** Values that a schema alone cannot make: references that are there, and texts that are checked. Some of the texts are wrong all the same. */
const overrides: Overrides = {
  types: {
    SecretKeySelector: fc.record({
      name: fc.constant("credentials"),
      key: fc.constantFrom("user", "password", "token", "certificate", "certificate", "user", "password", "gone"),
    }),
    ConfigMapKeySelector: fc.record({ name: fc.constant("settings"), key: fc.constantFrom("ca", "id") }),
    RelabelConfig: relabelRule,
    LabelSelectorRequirement: requirement,
  },
  fields: {
    interval: duration,
    scrape_interval: duration,
    scrapeTimeout: duration,
    scrape_align_interval: duration,
    scrape_offset: duration,
    proxyURL: url,
    proxy_url: url,
    max_scrape_size: fc.oneof(fc.constantFrom("16MB", "1GiB", "1000", "1.5kb"), text),
    headers: fc.array(fc.oneof(fc.constantFrom("X-Scope: a", "A:b"), text), { maxLength: 2 }),
    scrapeClass: fc.constantFrom("mtls", "password", "gone"),
    matchLabels: fc.dictionary(fc.constantFrom("app", "example.com/tier"), name, { maxKeys: 2 }),
  },
};

/** Drops what was left out. */
function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}

const scrapeKinds = ["VMServiceScrape", "VMPodScrape", "VMProbe", "VMNodeScrape", "VMStaticScrape", "VMScrapeConfig"] as const;

/** Scrape objects of one kind, each called by its place in the list. */
const objectsOf = (kind: (typeof scrapeKinds)[number]) =>
  fc
    .array(arbitraryOf(kinds[kind].spec, overrides), { maxLength: 3 })
    .map((specs) => specs.map((spec, index) => manifest(kind, `object-${index}`, spec)));

const manifest = (kind: string, objectName: string, spec: unknown) => ({
  apiVersion,
  kind,
  metadata: { name: objectName, namespace: "ns" },
  spec,
});

/** The scrape settings of an agent. */
const scraper = fc
  .record({
    enforcedNamespaceLabel: given(fc.constant("namespace")),
    overrideHonorLabels: given(fc.boolean()),
    minScrapeInterval: given(duration),
    maxScrapeInterval: given(duration),
    externalLabels: given(fc.dictionary(fc.oneof(name, text), text, { maxKeys: 3 })),
    enableKubernetesAPISelectors: given(fc.boolean()),
    arbitraryFSAccessThroughSMs: given(fc.record({ deny: fc.boolean() })),
    podScrapeRelabelTemplate: given(fc.array(relabelRule, { maxLength: 1 })),
    globalScrapeRelabelConfigs: given(fc.constant([{ sourceLabels: ["a"], targetLabel: "b" }])),
    additionalScrapeConfigs: given(fc.constant({ name: "credentials", key: "jobs" })),
  })
  .map(withoutUndefined);

const scrapeClasses = [
  { name: "mtls", default: true, tlsConfig: { ca: { configMap: { name: "settings", key: "ca" } }, insecureSkipVerify: true } },
  { name: "password", basicAuth: { username: { name: "credentials", key: "user" }, password: { name: "credentials", key: "password" } } },
];

/** An agent and random scrape objects of all kinds, with the Secret and the ConfigMap that they refer to. */
export const scrapedWorlds: Arbitrary<object[]> = fc.tuple(scraper, ...scrapeKinds.map(objectsOf)).map(([spec, ...objects]) => [
  manifest("VMAgent", "main", {
    ...(spec as object),
    selectAllByDefault: true,
    scrapeClasses,
    remoteWrite: [{ url: "http://vmsingle:8428/api/v1/write" }],
  }),
  credentials,
  settings,
  ...objects.flat(),
]);
