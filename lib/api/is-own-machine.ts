const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether a host's name or address, without a port, is this machine's own. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * True when a page may show what only this machine's user should see: the server is bound to loopback (`bound` is `HOST`, unset means
 * loopback) and was asked for by a loopback name, so that a foreign site's name that resolves to this machine gets nothing.
 */
export function isOwnMachine(hostHeader: string, bound: string | undefined): boolean {
  const name = hostHeader.replace(/:\d+$/, "");
  return LOOPBACK.test(name) && (!bound || LOOPBACK.test(bound));
}
