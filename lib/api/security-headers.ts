/** What every answer carries, page or data: nothing is guessed, told to others, framed, or opened by them. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

const TWO_YEARS_S = 63_072_000;

/** Where `WEFT_URL` says that people come by https, browsers are to come by nothing else. */
export function transportHeaders(url: string | undefined = process.env["WEFT_URL"]): Record<string, string> {
  return url?.startsWith("https://") ? { "Strict-Transport-Security": `max-age=${TWO_YEARS_S}; includeSubDomains` } : {};
}
