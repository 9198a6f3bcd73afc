import { NextResponse, type NextRequest } from "next/server";
import { pageHeaders } from "./lib/api/page-headers.ts";

/** Gives each page a nonce of its own: Next puts it on its scripts when it finds the policy among the request's headers. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const headers = pageHeaders(nonce, { development: process.env.NODE_ENV === "development" });
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  forwarded.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Pages: the API has headers of its own, and files need no policy. */
export const config = { matcher: ["/((?!api(?:/|$)|_next/static|_next/image).*)"] };
