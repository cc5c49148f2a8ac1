import { type Change, type Rollout, titleOf } from "./change-model";
import { countOf } from "./headline";
import { reviewOf } from "./review-of-change";
import { listed } from "./words";

/**
 * The effects of one object's change, in a few sentences without any of its values. Flags of secret arguments are left out too, since their text may
 * be the secret.
 */
export function sentencesOf(change: Change, { hidesArguments = false } = {}): { readonly text: string; readonly isRisky: boolean } {
  const { rollouts, risks } = reviewOf(change);
  const risk = risks.map(({ title }) => title.toLowerCase());
  const subject = rollouts[0]?.workload ?? change.configs[0]?.owner ?? change.objects[0]?.key ?? "";
  const sentences = [
    ...rollouts.flatMap((rollout) => rolloutSentences(rollout, hidesArguments)),
    ...(risk.length > 0
      ? [`Risk of ${titleOf(subject)}: ${risk.join(", ")}; \`pulumi-victoriametrics review\` shows the places and the safe procedure.`]
      : []),
  ];
  return { text: sentences.join(" "), isRisky: risk.length > 0 };
}

function rolloutSentences({ workload, restarts, how, waits, starts, ends, why }: Rollout, hidesArguments: boolean): string[] {
  const paths = why.map(({ path }) => (hidesArguments ? path.replace(/\b(args|command)\[.*$/, "$1") : path));
  const reasons = listed([...new Set(paths)], 5);
  const because = reasons === "" ? "" : `, because of ${reasons}`;
  const title = titleOf(workload);
  return [
    ...(restarts ? [`${title} restarts ${countOf(restarts)}${because} (${how}).`] : []),
    ...(waits ? [`${title} restarts no pod by itself${because} (${waits}).`] : []),
    ...(starts ? [`${title} gets ${countOf(starts)} more.`] : []),
    ...(ends ? [`${title} removes ${countOf(ends)}.`] : []),
  ];
}
