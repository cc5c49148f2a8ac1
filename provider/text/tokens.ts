/** One token of a text, with the name of its group in the pattern. */
export interface TokenOf<Type extends string> {
  readonly type: Type;
  readonly text: string;
}

/**
 * The tokens of a text, white space left out; undefined if the pattern, which is sticky and names a group per type, does not match the whole text.
 */
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
