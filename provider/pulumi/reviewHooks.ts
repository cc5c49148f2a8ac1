import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { sentencesOf } from "../review/sentences";
import { changeOfSteps } from "../review/sources/preview";

type Inputs = Readonly<Record<string, unknown>> | undefined;

/**
 * Tells in a preview what an update of a workload does to its pods, or one of generated configuration to what is watched, and what is at risk. No
 * value is told: some of them are secret, and here they are in clear. The name begins with the URN of the parent: names of hooks are the program's,
 * and two resources may have the same name below different parents.
 */
export function reviewHook(parentUrn: string, name: string, parent: pulumi.Resource): pulumi.ResourceHook {
  const tell = ({ urn, type, oldInputs, newInputs }: pulumi.ResourceHookArgs): void => {
    if (!pulumi.runtime.isDryRun()) return;
    const states = { oldState: { type, inputs: oldInputs as Inputs }, newState: { type, inputs: newInputs as Inputs } };
    const { text, isRisky } = sentencesOf(changeOfSteps([{ op: "update", urn, ...states }]));
    if (text === "") return;
    void (isRisky ? pulumi.log.warn(text, parent) : pulumi.log.info(text, parent));
  };
  // The engine calls back from outside the program, whose log is found by the asynchronous context.
  return new pulumi.ResourceHook(`${parentUrn}::${name}-review`, AsyncResource.bind(tell), { onDryRun: true });
}
