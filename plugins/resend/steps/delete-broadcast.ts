import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { DeleteBroadcastInput, DeleteBroadcastOutput } from "../types.generated.ts";

/** Deletes a broadcast that has not been sent. */
export async function deleteBroadcast({ id }: DeleteBroadcastInput, options: StepOptions = {}): Promise<DeleteBroadcastOutput> {
  "use step";
  return resend.send({ method: "DELETE", path: path`/broadcasts/${id}` }, options);
}
