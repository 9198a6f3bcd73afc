import { fatal } from "../../kit/failure.ts";
import { idempotencyKey } from "../../kit/idempotency.ts";
import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { Pending } from "../../kit/pending.ts";
import { pending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { questionOf, readAnswer } from "../answer.ts";
import { perplexity } from "../api.ts";
import type { ResearchInput, ResearchOutput } from "../types.generated.ts";

/** How research that is under way is found again. */
interface Job {
  readonly id: string;
  /** When it was started, in milliseconds. */
  readonly since: number;
}

const LONGEST_MS = 2 * 60 * 60 * 1_000;

/** Writes a report. Called again with its job until it is there. */
export async function research<T = Loose>(input: ResearchInput, options: StepOptions = {}): Promise<ResearchOutput<T> | Pending> {
  "use step";
  const { prompt, system, schema, model = "sonar-deep-research", ...rest } = input;
  if (options.job === undefined) {
    const request = { model, ...questionOf({ prompt, system, schema }), ...rest };
    const json = { request, idempotency_key: idempotencyKey() };
    const { id } = await perplexity.send<{ id: string }>({ path: "/async/chat/completions", json }, options);
    return pending({ id, since: Date.now() } satisfies Job, "15s");
  }
  // What this step gave as its job.
  const job = options.job as Job;
  const state = await perplexity.send<Loose>({ path: path`/async/chat/completions/${job.id}` }, options);
  if (state.status === "COMPLETED") return readAnswer(state.response, schema !== undefined);
  if (state.status === "FAILED") {
    throw fatal(`Perplexity: the research ${job.id} failed: ${state.error_message ?? "it does not say why"}.`, { name: "JobFailed" });
  }
  if (Date.now() - job.since > LONGEST_MS)
    throw fatal(`Perplexity: the research ${job.id} is not done after two hours.`, { name: "TimeoutError" });
  return pending(job, "15s");
}
