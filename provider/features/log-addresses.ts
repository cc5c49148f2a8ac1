/** Names and descriptions of a database's outputs for writing log entries. */
export const logInsertOutputs = {
  remoteWriteUrl: "Address for writing by VictoriaLogs' own protocol, for VLAgent's `remoteWrite`.",
  jsonLineUrl: "Address for writing log entries as JSON, one in each line.",
  openTelemetryUrl: "Address for writing by OpenTelemetry's protocol over HTTP.",
};

/** The addresses for writing log entries to a server, by the names of the outputs. */
export const logInsertUrls = (url: string): Record<keyof typeof logInsertOutputs, string> => ({
  remoteWriteUrl: `${url}/insert/native`,
  jsonLineUrl: `${url}/insert/jsonline`,
  openTelemetryUrl: `${url}/insert/opentelemetry/v1/logs`,
});
