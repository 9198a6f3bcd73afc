/** A path of ours to go on to after signing in; `/` for anything that could lead elsewhere. */
export function ownPath(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/")) return "/";
  const url = URL.parse(next, "http://weft.invalid");
  return url?.origin === "http://weft.invalid" ? `${url.pathname}${url.search}` : "/";
}
