import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SendLocationInput, SendLocationOutput } from "../types.generated.ts";

/** Sends a point on the map. */
export async function sendLocation(input: SendLocationInput, options: StepOptions = {}): Promise<SendLocationOutput> {
  "use step";
  return callBot("sendLocation", input, options);
}
