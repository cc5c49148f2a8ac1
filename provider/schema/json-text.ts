import { z } from "zod";
import { hasPlaceholder } from "../values/values";
import { type FieldInfo, register } from "./fields";

/** Text that holds a list of texts in JSON. */
export const jsonList = (description: string) =>
  jsonText(description, 'expected a list of texts in JSON, such as ["hostname","app_name"]', '["hostname","app_name"]', isListOfTexts);

function jsonText(description: string, expected: string, example: string, accepts: (data: unknown) => boolean): z.ZodType<string, string> {
  const info: FieldInfo = { description, type: "string", expected, example };
  const schema = z.custom<string>((text) => typeof text === "string" && (hasPlaceholder(text) || accepts(parsedJson(text))), {
    error: expected,
  });
  return register(schema as z.ZodType<string, string>, info);
}

const isListOfTexts = (data: unknown): boolean => Array.isArray(data) && data.every((item) => typeof item === "string");

/** Whether a text is an object in JSON. */
export function isJsonObject(text: string): boolean {
  const data = parsedJson(text);
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** The data of a text in JSON, undefined where it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
