import { printYaml } from "../config/yaml";
import type { Tree } from "../text/tree";
import { Values } from "../values/values";

/** Data as a YAML text. */
export const yamlText = (data: unknown): string => printYaml(data as Tree, new Values());
