import { parseDuration } from "../kit/duration.ts";
import { fatal } from "../kit/failure.ts";
import type { HttpAnswer, HttpCall } from "../kit/http.ts";
import { httpFailure, sendHttp } from "../kit/http.ts";
import type { Loose } from "../kit/loose.ts";
import type { StepOptions } from "../kit/step-options.ts";

/** A model may think for minutes; what takes longer has stopped. */
const LONGEST_TIMEOUT = "5m";
const MAX_BYTES = 16_000_000;
const MAX_REDIRECTS = 3;

/**
 * `fetch` for the AI SDK with the limits of every other step: the host's guard, time, size, redirects.
 * It throws the error the engine wants for every answer that is not 2xx, so that the SDK never has to make one.
 */
export function modelFetch(label: string, options: StepOptions): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const request = new Request("http://localhost/", init.body === undefined ? {} : { method: "POST", body: init.body });
    const headers = new Headers(init.headers);
    const type = request.headers.get("content-type");
    if (!headers.has("content-type") && type !== null) headers.set("content-type", type);
    const method = init.method ?? "GET";
    const call: HttpCall = {
      name: `${label}: ${method} ${url.pathname}`,
      method,
      url,
      headers,
      ...(init.body === undefined ? {} : { body: new Uint8Array(await request.arrayBuffer()) }),
      timeoutMs: Math.min(parseDuration(LONGEST_TIMEOUT), parseDuration(options.timeout ?? LONGEST_TIMEOUT)),
      maxBytes: MAX_BYTES,
      maxRedirects: MAX_REDIRECTS,
      secretHeaders: ["x-api-key"],
    };
    const answer = await sendHttp(call);
    if (answer.status < 200 || answer.status > 299) throw httpFailure(call, answer, readError);
    checkJson(call, answer);
    return new Response(answer.bytes, { status: answer.status, headers: answer.headers });
  };
}

/** Gemini puts its error into a list; OpenRouter has the message of the provider behind it in the metadata. */
function readError(body: Loose, answer: HttpAnswer): { message?: string; retryAfterMs?: number } {
  const error = (Array.isArray(body) ? body[0] : body).error ?? body;
  const behind: unknown = error.metadata?.raw;
  const message: unknown = typeof behind === "string" ? `${String(error.message)}: ${behind}` : (error.message ?? body.message ?? error);
  const milliseconds = Number(answer.headers["retry-after-ms"]);
  return {
    ...(typeof message === "string" ? { message } : {}),
    ...(milliseconds > 0 ? { retryAfterMs: milliseconds } : {}),
  };
}

function checkJson(call: HttpCall, answer: HttpAnswer): void {
  if (!/json/i.test(answer.headers["content-type"] ?? "")) return;
  const text = new TextDecoder().decode(answer.bytes);
  try {
    JSON.parse(text);
  } catch {
    throw fatal(`${call.name ?? "The provider"} answered ${answer.status} with something that is not JSON: ${text.slice(0, 100)}`, {
      name: "MalformedJson",
      status: answer.status,
    });
  }
}
