import { isOnVercel } from "../vercel.ts";
import { isOwnMachine } from "../api/is-own-machine.ts";

/** The header in which our own HTTP server says whom it talks to; whatever a caller writes there is replaced. */
export const ADDRESS_HEADER = "x-weft-address";

/** The header that tells whom we talk to and that no caller can write: Vercel's own there, where our HTTP server does not run. */
export function addressHeader(): string {
  return isOnVercel() ? "x-real-ip" : ADDRESS_HEADER;
}

/** Whom our HTTP server talks to; `unknown` when another server brought the request. */
export function clientAddress(headers: Headers): string {
  return headers.get(addressHeader()) ?? "unknown";
}

/**
 * True for a request that the person at this machine makes: the server is bound to loopback, asked by a loopback name, and no proxy says
 * that the request came from elsewhere.
 */
export function isFromOwnMachine(headers: Headers): boolean {
  const configured = process.env["WEFT_URL"];
  const isPublic = configured !== undefined && configured !== "" && !isOwnMachine(new URL(configured).host, undefined);
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const cameFar = hops.some((hop) => hop !== "" && !/^(?:::ffff:)?127\.|^::1$/.test(hop)) || headers.has("forwarded") || headers.has("via");
  return !isPublic && !cameFar && isOwnMachine(headers.get("host") ?? "", process.env["HOST"]);
}

/** Whether somebody without an account is let in: on their own machine always, elsewhere when the server says so. */
export function letsStrangersIn(headers: Headers): boolean {
  return isFromOwnMachine(headers) || process.env["WEFT_ANONYMOUS"] === "true";
}
