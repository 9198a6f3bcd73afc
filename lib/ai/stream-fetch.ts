import type { StepFetch } from "../../plugins/kit/egress.ts";
import { egressRefusal } from "../../plugins/kit/egress.ts";
import { AppError } from "../errors.ts";

/** Of an answer, after decompression. */
const MOST_BYTES = 8_000_000;
const MOST_ERROR_BYTES = 16_384;
const LONGEST_SAID = 300;

/**
 * `fetch` for the AI SDK that hands the answer on as it comes, through the guard. Redirects are not followed: a key goes to one address. Throws
 * `service_failed` for whatever is not an answer, in the provider's words as `redact` leaves them.
 */
export function streamFetch(label: string, fetch: StepFetch, redact: (text: string) => string): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const response = await fetch(url, { ...init, redirect: "manual" }).catch((error: unknown) => {
      throw unreachable(label, url, init.signal, error);
    });
    if (response.status >= 300) throw await refusal(label, response, redact);
    return response.body === null ? response : new Response(response.body.pipeThrough(limitBytes(label)), response);
  };
}

function unreachable(label: string, url: URL, signal: AbortSignal | null | undefined, error: unknown): unknown {
  if (signal?.aborted) return error;
  const refused = egressRefusal(error);
  if (refused)
    return new AppError("service_failed", refused.message, { hint: "The operator decides which private addresses may be called." });
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no answer";
  return new AppError("service_failed", `${label} could not be reached at ${url.origin} (${code}).`, {
    hint: "Look at the address in the settings, and whether the server runs.",
  });
}

async function refusal(label: string, response: Response, redact: (text: string) => string): Promise<AppError> {
  const { status } = response;
  const said = shorten(redact(await readSaid(response).catch(() => "")));
  const hint =
    status === 401 || status === 403
      ? "The key is wrong or may not use this model: look at the settings."
      : status === 404
        ? "There is no such model at this address: look at the settings."
        : status === 429
          ? "The provider's own limit is reached: try again later, or look at the account there."
          : "Try again, or look at the provider's status page.";
  return new AppError("service_failed", `${label} answered ${status}${said === "" ? "." : `: ${said}`}`, { hint });
}

async function readSaid(response: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_ERROR_BYTES) break;
  }
  return (findMessage(text) ?? text).replace(/[\p{C}\s]+/gu, " ").trim();
}

/** Only what is redacted may be cut: of a key that is cut in two, the redactor would not know the parts. */
function shorten(line: string): string {
  return line.length > LONGEST_SAID ? `${line.slice(0, LONGEST_SAID)}…` : line;
}

function findMessage(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const first: unknown = Array.isArray(body) ? body[0] : body;
    const error = fieldOf(first, "error") ?? first;
    const message = typeof error === "string" ? error : fieldOf(error, "message");
    return typeof message === "string" ? message : undefined;
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function limitBytes(label: string): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let length = 0;
  return new TransformStream({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length > MOST_BYTES) {
        controller.error(new AppError("service_failed", `${label} answered with more than ${MOST_BYTES} bytes.`, { hint: "Try again." }));
      } else controller.enqueue(chunk);
    },
  });
}
