import type { z } from "zod";
import { checkerOf } from "../../alertmanager/alertmanager-checker";
import { tracing as tracingRule } from "../../alertmanager/configuration-check";
import { knownFrom } from "../../alertmanager/releases";
import { filled, type Keys, switchedOn, type TreeMap, written } from "../../config/keys";
import type { Answers } from "../../config/references";
import type { Context } from "../../context";
import { boolean, described, knownWord, map, object, required, string, structural, word } from "../../schema/fields";
import { sortedByBytes } from "../../text/order";
import type { Version } from "../../text/release";
import { tlsClientConfig, writtenTLSClient } from "./gossip";
import { checkCertificate } from "./web";

export const tracingConfig = object("VMAlertmanagerTracingConfig", "Traces of Alertmanager's own work, by the OpenTelemetry protocol.", {
  endpoint: required(string("Host and port, or address, that traces go to.")),
  client_type: word("How traces are sent. Default `grpc`.", ["http", "grpc"]),
  sampling_fraction: structural(string("Share of work that is traced, a number from 0 to 1 in quotes. Default 0.", { example: "0.1" })),
  insecure: boolean("Sends without TLS. Default false."),
  tls_config: described("TLS of the connection.", tlsClientConfig),
  headers: map(
    "Headers of each request, by their names.",
    string("A header's value. One that is a credential should be given as a secret."),
  ),
  compression: knownWord("`gzip`, or empty for none. Default none.", ["gzip"], { spellings: [""], example: "gzip" }),
  timeout: string("Time limit of a request, `10s`.", { example: "10s" }),
});

type TracingConfig = z.output<typeof tracingConfig>;

const tracingKeys: Keys<[tracing: TracingConfig, answers: Answers, path: string]> = {
  tls_config: ({ tls_config }, answers, path) => tls_config && writtenTLSClient(tls_config, answers, `${path}.tls_config`),
  insecure: ({ insecure }) => switchedOn(insecure),
  client_type: ({ client_type }) => filled(client_type),
  sampling_fraction: ({ sampling_fraction }) => (sampling_fraction ? Number(sampling_fraction) : undefined),
  timeout: ({ timeout }) => filled(timeout),
  compression: ({ compression }) => filled(compression),
  headers: ({ headers = {} }) =>
    filled(sortedByBytes(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { values: [value] }])))),
  endpoint: ({ endpoint }) => endpoint,
};

const path = "spec.tracingConfig";

/** The section `tracing`. Parts that Alertmanager would refuse are reported. */
export function writtenTracing(tracing: TracingConfig, answers: Answers, context: Context): TreeMap {
  const tree = written(tracingKeys, tracing, answers, path);
  tracingRule(tree, path, checkerOf(context));
  return tree;
}

/** Traces as a field of the spec: the section of the configuration with another name. */
const ofSpec = knownFrom({ "0.30": "tracingConfig" });

/** Reports traces that cannot be. */
export function checkTracing(tracing: TracingConfig | undefined, version: Version | undefined, context: Context): void {
  const { report } = context;
  ofSpec({ tracingConfig: tracing && {} }, "spec", { ...checkerOf(context), version });
  checkCertificate(tracing?.tls_config, `${path}.tls_config`, report);
  const { sampling_fraction } = tracing ?? {};
  if (sampling_fraction && !(Number(sampling_fraction) >= 0 && Number(sampling_fraction) <= 1))
    report.error(`${path}.sampling_fraction`, "expected a number from 0 to 1");
}
