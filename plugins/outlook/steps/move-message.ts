import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook, prefer } from "../api.ts";
import type { MoveMessageInput, MoveMessageOutput } from "../types.generated.ts";

/** Moves an e-mail to another folder. */
export async function moveMessage({ messageId, destinationId }: MoveMessageInput, options: StepOptions = {}): Promise<MoveMessageOutput> {
  "use step";
  return outlook.send({ path: path`/me/messages/${messageId}/move`, json: { destinationId }, headers: prefer() }, options);
}
