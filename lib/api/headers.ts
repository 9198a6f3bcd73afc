import { SECURITY_HEADERS, transportHeaders } from "./security-headers.ts";

/** What every answer of the API carries: it is data, never a page, never cached, never framed. No other site may read it: there is no CORS. */
const API_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

/** The API's own headers with `extra` on top. */
export function apiHeaders(extra: Readonly<Record<string, string>> = {}): Headers {
  return new Headers({ ...API_HEADERS, ...transportHeaders(), ...extra });
}

/** Puts the API's headers on an answer where it does not say otherwise. */
export function withApiHeaders(response: Response): Response {
  for (const [name, value] of Object.entries({ ...API_HEADERS, ...transportHeaders() })) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}
