import { nearest } from "../text/nearest";
import { own } from "../text/own";
import { joinPath } from "../world/issues";
import type { Manifest } from "../world/objects";
import { type Data, dataOf, isData, isEmpty, isSame, joined, nested, overlaid } from "./plain-data";
import type { Chart, Place, Release, Resource, Value, Values } from "./value-table";

/** Something about a value that the result does not have, or has in another way. */
interface ChartNote {
  /** Path in the values. */
  readonly path: string;
  readonly message: string;
}

/** The conversion of a chart's values. */
export interface ChartConversion {
  readonly manifests: readonly Manifest[];
  readonly notes: readonly ChartNote[];
}

/** Converts the values of a chart into manifests that do the same. */
export function convertChart(chart: Chart, given: Data, release: Release): ChartConversion {
  const conversion = new Conversion(chart, given, release);
  return conversion.result();
}

/** The chart's own values. */
const ownValues = (values: Values): Data =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.values ? ownValues(value.values) : value.byDefault]));

/** The place of a section: its path, and where its results go. */
interface Spot {
  readonly path: string;
  readonly into: string;
  readonly resource: string;
}

class Conversion {
  readonly #chart: Chart;
  readonly #given: Data;
  readonly #all: Data;
  readonly #release: Release;
  readonly #specs = new Map<string, Data>();
  readonly #secrets = new Map<string, Record<string, string>>();
  readonly #added: Manifest[] = [];
  readonly #notes: ChartNote[] = [];

  constructor(chart: Chart, given: Data, release: Release) {
    this.#chart = chart;
    this.#given = given;
    this.#all = overlaid(ownValues(chart.values), given) as Data;
    this.#release = { ...release, name: nameOf(this.#all, release.name) };
  }

  result(): ChartConversion {
    const [first = ""] = Object.keys(this.#chart.resources);
    this.#section(this.#chart.values, this.#all, this.#given, { path: "", into: "", resource: first });
    this.#templates(this.#given, "");
    return { manifests: [...this.#secretManifests(), ...this.#resources(), ...this.#added], notes: this.#notes };
  }

  #section(values: Values, all: Data, given: Data, spot: Spot): void {
    this.#strangers(values, given, spot.path);
    for (const [name, value] of Object.entries(values)) {
      const { into = "", resource = spot.resource } = value;
      const inner: Spot = {
        path: joinPath(spot.path, name),
        into: into === "/" ? "" : [spot.into, into].filter((part) => part !== "").join("."),
        resource,
      };
      this.#value(value, all[name], given[name], inner);
    }
  }

  #value(value: Value, effective: unknown, given: unknown, spot: Spot): void {
    const { values, becomes, always, without, switched } = value;
    const byDefault = values ? ownValues(values) : value.byDefault;
    if (values && !isEmpty(effective) && !isData(effective)) {
      this.#note(spot.path, "is not read: the chart has a map of values here");
      return;
    }
    const isOff = switched && dataOf(effective).enabled !== true;
    if (isOff) {
      if (values) this.#strangersBelow(values, dataOf(given), spot.path);
      return;
    }
    const isChanged = !isSame(effective, byDefault);
    if (becomes && (always || isChanged) && !(isEmpty(effective) && !always)) this.#join(becomes(effective ?? {}, this.#place(spot)), spot);
    if (without !== undefined && isChanged) this.#note(spot.path, without);
    if (values) this.#section(values, dataOf(effective), dataOf(given), spot);
  }

  #join(fields: Data | undefined, { into, resource }: Spot): void {
    if (fields === undefined) return;
    this.#specs.set(resource, joined(this.#specs.get(resource) ?? {}, nested(into, fields)) as Data);
  }

  #place({ path }: Spot): Place {
    return {
      path,
      release: this.#release,
      all: this.#all,
      warn: (message, below = "") => this.#note(below === "" || below.startsWith("[") ? `${path}${below}` : `${path}.${below}`, message),
      add: (manifest) => this.#added.push(manifest),
      secret: (purpose, key, text) => {
        const name = `${this.#release.name}-${purpose}`;
        this.#secrets.set(name, { ...this.#secrets.get(name), [key]: text });
        return { name, key };
      },
    };
  }

  #note(path: string, message: string): void {
    if (!this.#notes.some((note) => note.path === path && note.message === message)) this.#notes.push({ path, message });
  }

  /** Tells of values that the chart does not have. */
  #strangers(values: Values, given: Data, path: string): void {
    for (const [name, value] of Object.entries(given)) {
      if (own(values, name) !== undefined || value === null) continue;
      const like = nearest(name, Object.keys(values));
      const hint = like === undefined ? "it is left out" : `it is left out; did you mean ${joinPath(path, like)}?`;
      this.#note(joinPath(path, name), `is not a value of this chart: ${hint}`);
    }
  }

  #strangersBelow(values: Values, given: Data, path: string): void {
    this.#strangers(values, given, path);
    for (const [name, { values: inner }] of Object.entries(values))
      if (inner && isData(given[name])) this.#strangersBelow(inner, given[name], joinPath(path, name));
  }

  /** Tells of texts that Helm would have rendered. */
  #templates(given: unknown, path: string): void {
    if (typeof given === "string" && helmTemplate.test(given))
      this.#note(path, "is a template of Helm, which is passed on as it stands: write its result instead");
    else if (Array.isArray(given)) for (const [index, item] of given.entries()) this.#templates(item, `${path}[${index}]`);
    else if (isData(given)) for (const [name, item] of Object.entries(given)) this.#templates(item, joinPath(path, name));
  }

  #resources(): Manifest[] {
    return Object.entries(this.#chart.resources)
      .filter(([, { when }]) => when?.(this.#all) ?? true)
      .map(([id, resource]) => this.#manifest(id, resource));
  }

  #manifest(id: string, { kind, apiVersion, suffix, base = {} }: Resource): Manifest {
    const { name, namespace } = this.#release;
    const metadata = { name: suffix === undefined ? name : `${name}-${suffix}`, namespace };
    return { apiVersion, kind, metadata, spec: joined(base, this.#specs.get(id) ?? {}) } as Manifest;
  }

  #secretManifests(): Manifest[] {
    const { namespace } = this.#release;
    return [...this.#secrets].map(
      ([name, stringData]) => ({ apiVersion: "v1", kind: "Secret", metadata: { name, namespace }, stringData }) as unknown as Manifest,
    );
  }
}

/** Texts with values, functions or the release of Helm; templates of alerts have none of these. */
const helmTemplate = /\{\{-?[^}]*(\$?\.(Values|Release|Chart|Capabilities|Files|Subcharts|vm)\b|\b(include|tpl|toYaml)\b)/;

/** The name of the custom resource: that of the release, unless the values give one. */
function nameOf(all: Data, release: string): string {
  const { fullnameOverride } = all;
  return typeof fullnameOverride === "string" && fullnameOverride !== "" ? fullnameOverride : release;
}
