import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { SetChannelTopicInput, SetChannelTopicOutput } from "../types.generated.ts";

/** Changes what stands at the top of a channel. */
export async function setChannelTopic(input: SetChannelTopicInput, options: StepOptions = {}): Promise<SetChannelTopicOutput> {
  "use step";
  await callSlack("conversations.setTopic", input, options);
  return { ok: true };
}
