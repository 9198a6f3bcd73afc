import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";
import type { DeleteMessageInput, DeleteMessageOutput } from "../types.generated.ts";

/** Deletes a message from the account's history. */
export async function deleteMessage({ Sid }: DeleteMessageInput, options: StepOptions = {}): Promise<DeleteMessageOutput> {
  "use step";
  await twilio.send({ method: "DELETE", path: ACCOUNT + path`/Messages/${Sid}.json` }, options);
  return { sid: Sid, deleted: true };
}
