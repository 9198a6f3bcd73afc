import type { StepOptions } from "../../kit/step-options.ts";
import { outlook, prefer } from "../api.ts";
import { encodeMessage } from "../encode-message.ts";
import type { CreateDraftInput, CreateDraftOutput } from "../types.generated.ts";

/** Writes an e-mail and leaves it in the drafts. */
export async function createDraft(input: CreateDraftInput, options: StepOptions = {}): Promise<CreateDraftOutput> {
  "use step";
  return outlook.send({ path: "/me/messages", json: encodeMessage(input), headers: prefer() }, options);
}
