import { word } from "../schema/fields";

/** Logs of the applications of VictoriaMetrics. */
export const loggingFields = {
  logLevel: word(
    "Minimum severity of logged messages. Default: the application's own, INFO.",
    ["INFO", "WARN", "ERROR", "FATAL", "PANIC"],
    {
      name: "LogLevel",
    },
  ),
  logFormat: word(
    "Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text.",
    ["default", "json"],
    { name: "LogFormat" },
  ),
};
