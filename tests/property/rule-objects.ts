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
  stringData: { user: `user-${secretMark},"x"`, password: `pass ${secretMark}\n`, token: secretMark },
};

/** Mostly right values, and now and then a wrong one. */
const mostly = <Value>(right: Arbitrary<Value>, wrong: Arbitrary<Value>): Arbitrary<Value> =>
  fc.oneof({ weight: 24, arbitrary: right }, { weight: 1, arbitrary: wrong });

const duration = mostly(fc.constantFrom("", "30s", "1m30s", "1.5h", "15", "2D"), fc.constantFrom("soon", "5 s", "-500ms", "3i"));
const template = mostly(
  fc.oneof(
    fc.constantFrom(
      "{{ $value | humanize }}",
      "{{ $labels.a }} of {{ .Labels.b }}",
      '{{ range query "up" }}{{ . | value }}{{ end }}',
      "{{ x",
    ),
    text,
  ),
  fc.constantFrom("{{ $nosuch }}", "{{ if $value }}x"),
);
const texts = fc.dictionary(name, template, { maxKeys: 2 });
const expression = mostly(
  fc.constantFrom(
    'sum(rate(a{b=~"c.*"}[5m])) by (d) > 1Ki',
    "WITH (f(x) = rate(x)) f(y) keep_metric_names",
    "a default 0",
    "rollup_rate(a[1h:5m]) offset 1d",
    "1",
    "up\n  == 0",
  ),
  fc.constantFrom("sum(", "nosuch(a)", ""),
);
const kind = fc.constantFrom("record", "alert");
const rule = fc
  .record({ kind, name: fc.oneof(name, text), expr: expression, for: duration, labels: texts, annotations: texts })
  .chain(({ kind: field, name: own, ...fields }) =>
    fc.subarray(Object.entries(fields).filter(([key]) => key !== "expr")).map((chosen) => ({
      [field]: own,
      expr: fields.expr,
      ...Object.fromEntries(chosen),
    })),
  );

/** Values that a schema alone cannot make. Some of them are wrong all the same. */
const overrides: Overrides = {
  types: {
    Rule: rule,
    SecretKeySelector: fc.record({ name: fc.constant("credentials"), key: fc.constantFrom("user", "password", "token") }),
  },
  fields: {
    interval: duration,
    eval_offset: mostly(fc.constant(""), duration),
    eval_delay: duration,
    // Of MetricsQL alone, and without tenants, which the open version of vmalert does not know.
    type: fc.constantFrom("", "prometheus"),
    tenant: fc.constant(""),
    labels: texts,
    headers: fc.array(fc.constantFrom("X-Scope: a", "A:b"), { maxLength: 2 }),
    notifier_headers: fc.array(fc.constantFrom("X-Scope: a, b", "A:b"), { maxLength: 2 }),
  },
};

const manifest = (of: string, objectName: string, spec: unknown) => ({
  apiVersion,
  kind: of,
  metadata: { name: objectName, namespace: "ns" },
  spec,
});

const notifier = fc.record({
  url: fc.constantFrom("http://a:9093", "https://user:p%2Cw@b/path"),
  headers: fc.array(fc.constantFrom("X-Scope: a, b", "A:b"), { maxLength: 2 }),
  basicAuth: fc.option(
    fc.constant({ username: { name: "credentials", key: "user" }, password: { name: "credentials", key: "password" } }),
    { nil: undefined },
  ),
  bearerTokenSecret: fc.option(fc.constant({ name: "credentials", key: "token" }), { nil: undefined }),
});

const alert = fc.record({
  selectAllByDefault: fc.constant(true),
  datasource: fc.constant({ url: "http://db:8428" }),
  notifiers: fc.array(notifier, { maxLength: 3 }),
  enforcedNamespaceLabel: fc.constantFrom("", "namespace"),
  externalLabels: fc.dictionary(name, name, { maxKeys: 2 }),
  evaluationInterval: fc.constantFrom("30s", "5m"),
});

/** A VMAlert and random VMRules, with the Secret that it refers to. */
export const ruleWorlds: Arbitrary<object[]> = fc
  .tuple(alert, fc.array(arbitraryOf(kinds.VMRule.spec, overrides), { maxLength: 6 }))
  .map(([spec, rules]) => [
    manifest("VMAlert", "main", spec),
    credentials,
    ...rules.map((ruleSpec, index) => manifest("VMRule", `rules-${index}`, ruleSpec)),
  ]);
