/** Makes paths absolute as this caller reaches us: under `WEFT_URL` when set, else under the address it asked for. */
export function urlsFor(request: Request): (path: string) => string {
  const base = baseUrl(request);
  return (path) => `${base}${path}`;
}

function baseUrl(request: Request): string {
  const configured = process.env["WEFT_URL"];
  if (configured) return configured.replace(/\/+$/, "");
  const asked = new URL(request.url);
  const named = `${asked.protocol}//${request.headers.get("host") ?? asked.host}`;
  return URL.canParse(named) ? new URL(named).origin : asked.origin;
}
