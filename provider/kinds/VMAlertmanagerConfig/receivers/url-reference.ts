import { filled, isGiven } from "../../../config/keys";
import { type Answers, isReference } from "../../../config/references";
import type { SecretKey } from "../../../config/setting-types";
import { from, type SourcedKey } from "../../../config/sourced-keys";
import { joinPath } from "../../../world/issues";

type WithURL<Field extends string> = Readonly<Partial<Record<Field, string>>> & Readonly<Partial<Record<`${Field}_secret`, SecretKey>>>;

/**
 * A key with an address from a field in line, or from the field beside it that refers to a Secret, which wins. The key `<key>_file` takes the file with
 * the address where files are mounted and Alertmanager knows it: from `release` on.
 */
export function urlKey<Key extends string, Field extends string>(key: Key, field: Field, release: string) {
  const secretField = `${field}_secret` as const;
  const urlOf = (config: WithURL<Field>) => (config as Readonly<Record<string, string | undefined>>)[field];
  const secretOf = (config: WithURL<Field>) => (config as Readonly<Record<string, SecretKey | undefined>>)[secretField];
  const isFile = (config: WithURL<Field>, answers: Answers): boolean => answers.mountsFrom(release) && isReference(secretOf(config));
  const source = (config: WithURL<Field>) => (isGiven(secretOf(config)) ? secretField : field);
  const address = from<WithURL<Field>>(source, (config, answers, path) =>
    isFile(config, answers) ? undefined : (answers.filledValue(secretOf(config), joinPath(path, secretField)) ?? filled(urlOf(config))),
  );
  const file = from<WithURL<Field>>(secretField, (config, answers, path) =>
    isFile(config, answers) ? answers.file(secretOf(config), joinPath(path, secretField)) : undefined,
  );
  return { [key]: address, [`${key}_file`]: file } as Record<Key | `${Key}_file`, SourcedKey<WithURL<Field>>>;
}
