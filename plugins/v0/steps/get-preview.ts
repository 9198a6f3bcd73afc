import { fatal } from "../../kit/failure.ts";
import { path } from "../../kit/path.ts";
import type { Pending } from "../../kit/pending.ts";
import { pending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";
import type { GetPreviewInput, GetPreviewOutput } from "../types.generated.ts";

const LONGEST_MS = 10 * 60 * 1_000;

/** Gives the address of a preview. Called again until it has started. */
export async function getPreview({ chatId }: GetPreviewInput, options: StepOptions = {}): Promise<GetPreviewOutput | Pending> {
  "use step";
  const preview = await v0.send<GetPreviewOutput | null>({ path: path`/chats/${chatId}/preview`, timeout: "60s" }, options);
  if (preview !== null) return preview;
  // What this step gave as its job: when it was asked first, in milliseconds.
  const since = (options.job as number | undefined) ?? Date.now();
  if (Date.now() - since > LONGEST_MS)
    throw fatal(`v0: the preview of the chat ${chatId} has not started after ten minutes.`, { name: "TimeoutError" });
  return pending(since, "5s");
}
