import { type ApplicationName, type Defaults, defaultsSchema, defaultsWith } from "../defaults";
import { infoOf } from "../schema/fields";
import { Values } from "../values/values";
import { applicationImage, reloaderImage } from "../workload/image";
import { type TypeRef, TypeTable } from "./schema-types";
import { code, objectSection, type Row, tableOf, typeName } from "./type-tables";

const begin = "<!-- The tables from here on are made by `npm run schema`. Do not edit them. -->\n";
const end = "<!-- The end of the tables. -->\n";

/** A document of the package with the tables of all settings between their two marks. Throws if the marks are missing. */
export function withSettings(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the place for the tables of settings is missing: ${begin.trim()} … ${end.trim()}`);
  return `${document.slice(0, from)}${begin}\n${settings()}\n${document.slice(to)}`;
}

/** A table of general settings, one of the settings of single applications, and one for each type of object. */
function settings(): string {
  const table = new TypeTable();
  const defaults = defaultsWith();
  const types = Object.entries(defaultsSchema.shape).map(([key, schema]) => [key, table.add(schema)] as const);
  const general = types.filter(([, type]) => !isApplication(type)).map(([key, type]) => generalRow(key as Setting, type, defaults));
  const applications = types
    .filter(([, type]) => isApplication(type))
    .map(([key, type]) => applicationRow(key as ApplicationName, type, defaults));
  return [
    tableOf(["key", "type", "default", "meaning"], general),
    `The keys of the types ${applicationTypes.map((object) => typeName({ object })).join(" and ")}, with their defaults:\n`,
    tableOf(["key", "image", "port", "requests", "limits", "terminationGracePeriodSeconds"], applications),
    ...[...table.objects.values()].map((type) => objectSection(type)),
  ].join("\n");
}

const applicationTypes = ["ApplicationDefaults", "SidecarDefaults"];
const isApplication = (type: TypeRef): boolean => "object" in type && applicationTypes.includes(type.object);
const hasPodOfItsOwn = (type: TypeRef): boolean => "object" in type && type.object === "ApplicationDefaults";

type Setting = keyof typeof defaultsSchema.shape;

function generalRow(key: Setting, type: TypeRef, defaults: Defaults): Row {
  const value = defaults[key];
  return [code(`victoriametrics:${key}`), typeName(type), isGiven(value) ? code(String(value)) : "–", meaning(key, value)];
}

/** The description, without a default that its own column repeats. */
function meaning(key: Setting, value: unknown): string {
  const { description } = infoOf(defaultsSchema.shape[key]);
  const said = ` Default ${value}.`;
  return description.endsWith(said) ? description.slice(0, -said.length) : description;
}

const isGiven = (value: unknown): boolean => typeof value !== "object" && value !== "";

function applicationRow(key: ApplicationName, type: TypeRef, defaults: Defaults): Row {
  const { port, requests, limits, terminationGracePeriodSeconds } = defaults[key];
  const seconds = hasPodOfItsOwn(type) ? code(String(terminationGracePeriodSeconds)) : "–";
  return [code(`victoriametrics:${key}`), code(imageOf(key, defaults)), code(port), amounts(requests), amounts(limits), seconds];
}

function imageOf(key: ApplicationName, defaults: Defaults): string {
  const context = { defaults, values: new Values() };
  return key === "configReloader" ? reloaderImage({}, context) : applicationImage({}, defaults[key], undefined, context);
}

const amounts = (given: object): string =>
  Object.entries(given)
    .map(([resource, amount]) => `${resource} ${code(amount)}`)
    .join(", ") || "–";
