/** The problem of an address such as `smtp.example.com:587` or `[2001:db8::1]:25`; undefined if it is valid. The text is not quoted. */
export function hostAndPortProblem(text: string): string | undefined {
  return /^(\[[^[\]]*\]|[^:[\]]*):[^:[\]]+$/.test(text) ? undefined : "expected a host and a port, such as smtp.example.com:587";
}
