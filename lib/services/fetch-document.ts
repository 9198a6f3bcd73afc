import type { StepFetch } from "../../plugins/kit/egress.ts";
import { sendHttp } from "../../plugins/kit/http.ts";
import { withStepContext } from "../../plugins/kit/step-context.ts";
import { AppError } from "../errors.ts";
import type { OpenApiDocument } from "./import/open-api-document.ts";
import { MAX_DOCUMENT, readOpenApi } from "./import/open-api-document.ts";

const TIMEOUT_MS = 60_000;

/** Fetches an OpenAPI document; `fetch` decides which addresses may be asked. Throws `bad_request` that says what the address answered. */
export async function fetchDocument(address: string, fetch: StepFetch): Promise<OpenApiDocument> {
  const url = new URL(address);
  const headers = new Headers({ accept: "application/json, application/yaml;q=0.9, */*;q=0.5" });
  const call = { method: "GET", url, headers, timeoutMs: TIMEOUT_MS, maxBytes: MAX_DOCUMENT, maxRedirects: 5 };
  const context = { idempotencyKey: "", attempt: 1, signal: new AbortController().signal, fetch };
  const answer = await withStepContext(context, () => sendHttp(call)).catch((error: unknown) => {
    throw refuse(url, error instanceof Error ? error.message : String(error));
  });
  if (answer.status < 200 || answer.status > 299) throw refuse(url, `it answered ${answer.status}`);
  return readOpenApi(new TextDecoder().decode(answer.bytes), { what: "The document", url });
}

function refuse(url: URL, reason: string): AppError {
  return new AppError("bad_request", `The document at ${url.origin}${url.pathname} could not be fetched: ${reason.replace(/\.$/, "")}.`, {
    hint: "Check the address, or give the document itself.",
  });
}
