import type { IncomingMessage, ServerResponse } from "node:http";
import { ADDRESS_HEADER } from "../lib/auth/client-address.ts";
import { ROOT } from "./data-folder.ts";

/** Answers one request of an HTTP server. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Next's answers to every request that it can take, each told truthfully whom we talk to. */
export async function httpHandler(options: { readonly dev: boolean; readonly port: number }): Promise<Handler> {
  const { default: next } = await import("next");
  const app = next({ ...options, dir: ROOT, hostname: "127.0.0.1" });
  await app.prepare();
  return sayAddress(refuseMalformed(app.getRequestHandler()));
}

/** Says whom we talk to, whatever the caller wrote there; behind a proxy that is trusted (`WEFT_TRUSTED_PROXIES` of them), whom that talks to. */
function sayAddress(next: Handler): Handler {
  const proxies = Number(process.env["WEFT_TRUSTED_PROXIES"] ?? 0);
  return (request, response) => {
    const hops = String(request.headers["x-forwarded-for"] ?? "").split(",");
    const told = Number.isInteger(proxies) && proxies > 0 ? hops.at(-proxies)?.trim() : undefined;
    const address = told === undefined || told === "" ? (request.socket.remoteAddress ?? "") : told;
    request.headers[ADDRESS_HEADER] = address.replace(/^::ffff:/, "");
    return next(request, response);
  };
}

/** Methods of HTTP that no route can have: a web `Request` does not take them. */
const UNANSWERABLE = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Next answers a path that is no UTF-8 behind its percent signs, and some methods, with a bare 500; both are the caller's mistakes. */
function refuseMalformed(next: Handler): Handler {
  return (request, response) => {
    const refuse = (status: number, code: string, message: string, hint: string): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: { code, message, hint } }));
    };
    if (UNANSWERABLE.has(request.method ?? ""))
      return refuse(405, "method_not_allowed", `${request.method} is not possible here.`, "Use GET or POST.");
    if (isDecodable(request.url ?? "")) return next(request, response);
    return refuse(400, "bad_request", "The address is not UTF-8 behind its percent signs.", "Encode it with encodeURIComponent.");
  };
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
