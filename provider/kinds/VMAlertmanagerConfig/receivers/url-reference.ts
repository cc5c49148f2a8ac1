import { filled } from "../../../config/keys";
import type { Answers } from "../../../config/references";
import type { SecretKey } from "../../../config/setting-types";
import type { Tree } from "../../../text/tree";
import { joinPath } from "../../../world/issues";

type WithURL<Field extends string> = Readonly<Partial<Record<Field, string>>> & Readonly<Partial<Record<`${Field}_secret`, SecretKey>>>;

/** A key with an address from a field in line, or from the field beside it that refers to a Secret, which wins. */
export function urlKey<Field extends string>(
  key: string,
  field: Field,
): Record<string, (config: WithURL<Field>, answers: Answers, path: string) => Tree> {
  const secretField = `${field}_secret` as const;
  return {
    [key]: (config, answers, path) => {
      const { [field]: url, [secretField]: secret } = config as Readonly<Record<string, string | SecretKey | undefined>>;
      return answers.filledValue(secret as SecretKey | undefined, joinPath(path, secretField)) ?? filled(url as string | undefined);
    },
  };
}
