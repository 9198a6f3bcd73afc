/** What every answer of the API carries: it is data, never a page, never cached, never framed. */
const API_HEADERS: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The API's own headers with `extra` on top. */
export function apiHeaders(extra: Readonly<Record<string, string>> = {}): Headers {
  return new Headers({ ...API_HEADERS, ...extra });
}

/** Puts the API's headers on an answer where it does not say otherwise. */
export function withApiHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(API_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}
