const url = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)/i;
const host = /^(?:[^@]*@)?(\[[^\]]*\]|[^:[\]\s<>"\\^`{|}]*)(?::([0-9]*))?$/;

/** What is wrong with the address of a server that speaks HTTP; undefined if nothing is. The text is not quoted. */
export function webUrlProblem(text: string): string | undefined {
  const [, scheme = "", authority = "", path = ""] = url.exec(text) ?? [];
  if (!/^https?$/i.test(scheme)) return "expected an address that starts with http:// or https://";
  const [, name = "", port] = host.exec(authority) ?? ["", undefined];
  if (authority === "" || (name === "" && port === undefined)) return "names no host: expected an address such as https://example.com/path";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/%(?![0-9a-fA-F]{2})/.test(path) || /[\u0000-\u001f\u007f]/.test(text))
    return "is not a URL: a % or a control character must be escaped";
  return undefined;
}
