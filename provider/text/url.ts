/** The parts of a URL that matter for addresses. */
export interface Url {
  /** In lower case; empty where there is none. */
  readonly scheme: string;
  /** Host name or address with its port; empty where there is none. */
  readonly host: string;
}

const invalidEscape = /%(?![0-9a-fA-F]{2})/;
const userinfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
/** Host names and IPv4 addresses, or IPv6 addresses in brackets; other than ASCII characters may be percent-encoded. */
const hostName = /^([A-Za-z0-9\-_.~!$&'()*+,;=<>"\u0080-\u{10ffff}]|%[89a-fA-F][0-9a-fA-F])*$/u;
const bracketed = /^\[[0-9a-fA-F:.]*(%25[^\]]*)?\]$/;

/** The parts of a text that is a URL as Go's parser takes it, relative ones included, or what is wrong with it. The text is not quoted. */
export function parseUrl(text: string): Url | { readonly problem: string } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(text)) return problem("it contains a control character");
  const [, scheme = "", colon, rest = ""] = /^(?:([A-Za-z][A-Za-z0-9+.-]*)?(:))?(.*)$/s.exec(text.replace(/#.*$/s, "")) ?? [];
  if (colon && !scheme) return problem("it has no scheme before the colon");
  const [path = ""] = rest.split("?");
  if (!path.startsWith("/")) {
    if (!scheme && path.split("/")[0]?.includes(":")) return problem("its first part contains a colon");
    return { scheme: scheme.toLowerCase(), host: "" };
  }
  const [, authority = ""] = /^\/\/(?!\/)([^/]*)/.exec(path) ?? [];
  const found = problemOfAuthority(authority);
  if (found) return problem(found);
  return invalidEscape.test(path.slice(path.startsWith("//") ? 2 + authority.length : 0))
    ? problem("a % in it is not followed by two hexadecimal digits")
    : { scheme: scheme.toLowerCase(), host: hostOf(authority) };
}

const problem = (reason: string) => ({ problem: `is not a URL: ${reason}` });

const hostOf = (authority: string): string => authority.slice(authority.lastIndexOf("@") + 1);

function problemOfAuthority(authority: string): string | undefined {
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? "" : authority.slice(0, at);
  if (!userinfo.test(user) || invalidEscape.test(user)) return "its user name or password has characters that must be percent-encoded";
  const [, name = "", port] = /^(\[.*\]|[^:]*)(?::(.*))?$/s.exec(hostOf(authority)) ?? [, " "];
  if (port !== undefined && !/^[0-9]*$/.test(port)) return "its port is not a number";
  return hostName.test(name) || bracketed.test(name) ? undefined : "its host is not a host name or an address";
}
