import { defineApi } from "../kit/api.ts";
import type { Loose } from "../kit/loose.ts";
import { falCredential } from "./credential.ts";

/** fal's queue, in which every model runs. */
export const fal = defineApi({
  label: "fal",
  credential: falCredential,
  baseUrl: "https://queue.fal.run",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Key ${token}`),
  readError: (body, { headers }) => ({ message: readDetail(body), requestId: headers["x-fal-request-id"] }),
});

/** Where fal says which models there are and what they cost. */
export const PLATFORM = "https://api.fal.ai/v1";

/** A sentence, or a list of what is wrong with the input: `body.prompt: field required`. */
function readDetail({ detail, error, message }: Loose): string | undefined {
  if (!Array.isArray(detail)) return detail ?? error?.message ?? error ?? message;
  return detail.map(({ loc, msg }: Loose) => [Array.isArray(loc) ? loc.join(".") : undefined, msg].filter(Boolean).join(": ")).join("; ");
}
