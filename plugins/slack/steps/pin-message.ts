import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { PinMessageInput, PinMessageOutput } from "../types.generated.ts";

/** Pins a message to its channel. */
export async function pinMessage(input: PinMessageInput, options: StepOptions = {}): Promise<PinMessageOutput> {
  "use step";
  await callSlack("pins.add", input, options);
  return { ok: true };
}
