import type { Derivation, GeneratedPart } from "../derived";
import { mapText } from "../schema/parse";
import type { Values } from "../values/values";

/** The parts of all generated files of a derivation. */
export const partsOf = ({ configs }: Derivation): readonly GeneratedPart[] =>
  configs.flatMap(({ files }) => Object.values(files).flatMap(({ parts = [] }) => parts));

/** Data for readers: secrets and unknown values are masked. */
export const masked = <Data>(data: Data, values: Values): Data => mapText(data, (text) => values.mask(text)) as Data;
