import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { ScheduleMessageInput, ScheduleMessageOutput } from "../types.generated.ts";

/** Sends a message at a later time, at most 120 days ahead. */
export async function scheduleMessage(input: ScheduleMessageInput, options: StepOptions = {}): Promise<ScheduleMessageOutput> {
  "use step";
  return callSlack("chat.scheduleMessage", input, options);
}
