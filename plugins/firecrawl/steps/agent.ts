import type { Loose } from "../../kit/loose.ts";
import type { Pending } from "../../kit/pending.ts";
import { isPending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { AgentInput, AgentOutput } from "../types.generated.ts";
import { waitForJob } from "../wait-for-job.ts";

/** Lets an agent find data. Called again with its job until it has it. */
export async function agent<T = Loose>(input: AgentInput, options: StepOptions = {}): Promise<AgentOutput<T> | Pending> {
  "use step";
  const status = await waitForJob("/agent", input, options);
  return isPending(status) ? status : { id: status.id, data: status.data, creditsUsed: status.creditsUsed ?? null };
}
