import { randomBytes } from "node:crypto";
import { apiHeaders } from "./headers.ts";

const COOKIE = "weft_authorization";
const LIFETIME_S = 600;

/**
 * Runs `begin`; when a page of ours asked (browsers say so, and pages cannot say it for others), with a secret that its browser keeps, so
 * that no other browser can end what this one began. A command has no browser: whoever opens its address ends it.
 */
export async function bindToBrowser(request: Request, begin: (options: { browser?: string }) => Promise<unknown>): Promise<Response> {
  if (request.headers.get("sec-fetch-site") !== "same-origin") return Response.json(await begin({}), { headers: apiHeaders() });
  // One browser may begin several at once.
  const browser = browserOf(request) ?? randomBytes(32).toString("base64url");
  const secure = new URL(request.url).protocol === "https:" || request.headers.get("x-forwarded-proto") === "https" ? "; Secure" : "";
  // Lax: the provider's redirect is a navigation from another site, and must bring it along.
  const cookie = `${COOKIE}=${browser}; Path=/api; Max-Age=${LIFETIME_S}; HttpOnly; SameSite=Lax${secure}`;
  return Response.json(await begin({ browser }), { headers: apiHeaders({ "Set-Cookie": cookie }) });
}

/** The secret that `bindToBrowser` gave to this browser. */
export function browserOf(request: Request): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(/; */).map((pair) => pair.split("="));
  return pairs.find(([name, value]) => name === COOKIE && /^[\w-]{43}$/.test(value ?? ""))?.[1];
}
