import * as pulumi from "@pulumi/pulumi";
import { sentencesOf } from "../review/sentences";
import { changeOfSteps } from "../review/sources/preview";
import { previewHook } from "./preview-hook";
import { contentOf } from "./resolve";

/**
 * Reports in a preview the effects of an update of a workload on its pods, or of generated configuration on monitoring, and the risks. It never
 * prints values: they are in clear here, and some are secret. The name begins with the URN of the parent: names of hooks are shared by the whole
 * program, and two resources may have the same name below different parents.
 */
export function reviewHook(parentUrn: string, name: string, parent: pulumi.Resource): pulumi.ResourceHook[] {
  const tell = async ({ urn, type, oldInputs, newInputs }: pulumi.ResourceHookArgs): Promise<void> => {
    if (!pulumi.runtime.isDryRun()) return;
    const [old, now] = await Promise.all([opened(oldInputs), opened(newInputs)]);
    const states = { oldState: { type, inputs: old.value as Inputs }, newState: { type, inputs: now.value as Inputs } };
    const change = changeOfSteps([{ op: "update", urn, ...states }]);
    const { text, isRisky } = sentencesOf(change, { hidesArguments: old.isSecret || now.isSecret });
    if (text === "") return;
    await (isRisky ? pulumi.log.warn(text, parent) : pulumi.log.info(text, parent));
  };
  return previewHook(`${parentUrn}::${name}-review`, tell);
}

type Inputs = Readonly<Record<string, unknown>>;

interface Opened {
  readonly value: unknown;
  readonly isSecret: boolean;
}

/** Data with the contents of its Outputs, which are all secret or unknown. */
async function opened(value: unknown): Promise<Opened> {
  if (pulumi.isUnknown(value)) return { value: "[unknown]", isSecret: false };
  if (pulumi.Output.isInstance(value)) return { ...(await opened(await contentOf(value))), isSecret: true };
  if (Array.isArray(value)) {
    const items = await Promise.all(value.map(opened));
    return { value: items.map((item) => item.value), isSecret: items.some(({ isSecret }) => isSecret) };
  }
  if (typeof value !== "object" || value === null) return { value, isSecret: false };
  const entries = await Promise.all(Object.entries(value).map(async ([key, item]) => [key, await opened(item)] as const));
  return {
    value: Object.fromEntries(entries.map(([key, item]) => [key, item.value])),
    isSecret: entries.some(([, { isSecret }]) => isSecret),
  };
}
