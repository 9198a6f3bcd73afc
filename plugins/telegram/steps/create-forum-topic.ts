import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { CreateForumTopicInput, CreateForumTopicOutput } from "../types.generated.ts";

/** Opens a topic in a group that has topics. */
export async function createForumTopic(input: CreateForumTopicInput, options: StepOptions = {}): Promise<CreateForumTopicOutput> {
  "use step";
  return callBot("createForumTopic", input, options);
}
