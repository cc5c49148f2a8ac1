/** The parts of a URL that matter for addresses. */
export interface Url {
  /** In lower case; empty if missing. */
  readonly scheme: string;
  /** Host name or address with its port; empty if missing. */
  readonly host: string;
}

/** The parts of a URL as Go's parser reads it, relative URLs included, or the problem of the text. The text is not quoted. */
export function parseUrl(text: string): Url | { readonly problem: string } {
  const [beforeFragment = "", ...fragment] = text.split("#");
  const [, scheme = "", rest = ""] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(.*)$/s.exec(beforeFragment) ?? [];
  const [location = ""] = rest.split("?");
  const [, authority = "", path = ""] = /^(?:\/\/(?!\/)([^/]*))?(.*)$/s.exec(location) ?? [];
  const isOpaque = scheme !== "" && !location.startsWith("/");
  const problem =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    (/[\u0000-\u001f\u007f]/.test(beforeFragment) && "it contains a control character") ||
    (location.startsWith(":") && scheme === "" && "it has no scheme before the colon") ||
    (scheme === "" && /^[^/]*:/.test(location) && "its first part contains a colon") ||
    problemOfAuthority(authority) ||
    (badEscape.test((isOpaque ? "" : path) + fragment.join("#")) && "a % in it is not followed by two hexadecimal digits");
  return problem ? { problem: `is not a URL: ${problem}` } : { scheme: scheme.toLowerCase(), host: hostOf(authority) };
}

const badEscape = /%(?![0-9a-fA-F]{2})/;
const userinfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
/** A host name or an IPv4 address; characters outside of ASCII may be percent-encoded. */
const hostName = /^([A-Za-z0-9\-_.~!$&'()*+,;=<>"\]\u0080-\u{10ffff}]|%[89a-fA-F][0-9a-fA-F])*$/u;
/** An IPv6 address, with the zone after an encoded percent sign. */
const address = /^\[[0-9a-fA-F:.]*(%25[^\]]*)?\]$/;

const hostOf = (authority: string): string => authority.slice(authority.lastIndexOf("@") + 1);

function problemOfAuthority(authority: string): string | undefined {
  const user = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
  if (!userinfo.test(user) || badEscape.test(user)) return "its user name or password has characters that must be percent-encoded";
  const [, name, port = ""] = /^(\[.*\]|[^:]*)(?::(.*))?$/s.exec(hostOf(authority)) ?? [];
  if (!/^[0-9]*$/.test(port)) return "its port is not a number";
  return name !== undefined && (hostName.test(name) || address.test(name)) ? undefined : "its host is not a host name or an address";
}
