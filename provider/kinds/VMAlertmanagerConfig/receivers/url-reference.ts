import { filled, isGiven } from "../../../config/keys";
import type { SecretKey } from "../../../config/setting-types";
import { from, type SourcedKey } from "../../../config/sourced-keys";
import { joinPath } from "../../../world/issues";

type WithURL<Field extends string> = Readonly<Partial<Record<Field, string>>> & Readonly<Partial<Record<`${Field}_secret`, SecretKey>>>;

/** A key with an address from a field in line, or from the field beside it that refers to a Secret, which wins. */
export function urlKey<Key extends string, Field extends string>(key: Key, field: Field): Record<Key, SourcedKey<WithURL<Field>>> {
  const secretField = `${field}_secret` as const;
  const source = (config: WithURL<Field>) => (isGiven(config[secretField]) ? secretField : field);
  const address = from<WithURL<Field>>(source, (config, answers, path) => {
    const { [field]: url, [secretField]: secret } = config as Readonly<Record<string, string | SecretKey | undefined>>;
    return answers.filledValue(secret as SecretKey | undefined, joinPath(path, secretField)) ?? filled(url as string | undefined);
  });
  return { [key]: address } as Record<Key, SourcedKey<WithURL<Field>>>;
}
