/** One token of a text, by the name of the group of the pattern that it matched. */
export interface TokenOf<Type extends string> {
  readonly type: Type;
  readonly text: string;
}

/** The tokens of a text, white space left out; undefined where the pattern, which is sticky and names a group per type, matches nothing. */
export function tokensOf<Token extends TokenOf<string>>(text: string, pattern: RegExp): Token[] | undefined {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [type = "space", value = ""] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    if (type !== "space") tokens.push({ type, text: value } as Token);
  }
  return tokens;
}
