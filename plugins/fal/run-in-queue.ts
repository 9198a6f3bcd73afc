import { fatal } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import { path } from "../kit/path.ts";
import type { Pending } from "../kit/pending.ts";
import { pending } from "../kit/pending.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { fal } from "./api.ts";

/** How a request that is under way is found again. */
interface Job {
  readonly request_id: string;
  /** When it was sent, in milliseconds. */
  readonly since: number;
}

/** Longest wait, and how often it is asked meanwhile: pictures take seconds, films minutes. */
const LONGEST_MS = 2 * 60 * 60 * 1_000;
const PACE = [
  { untilMs: 20_000, after: "2s" },
  { untilMs: 300_000, after: "5s" },
  { untilMs: Number.POSITIVE_INFINITY, after: "20s" },
] as const;

/** Sends an input to a model's queue; called again with the job, gives what the model made once it is done. */
export async function runInQueue(model: string, input: object, options: StepOptions): Promise<Loose | Pending> {
  if (options.job === undefined) {
    const sent = await fal.send<{ request_id: string }>({ path: modelPath(model), json: input }, options);
    const job: Job = { request_id: sent.request_id, since: Date.now() };
    return pending(job, PACE[0].after);
  }
  // What this function gave as its job.
  const job = options.job as Job;
  const request = `${appPath(model)}${path`/requests/${job.request_id}`}`;
  const { status } = await fal.send<{ status: string }>({ path: `${request}/status` }, options);
  if (status === "COMPLETED") return fal.send<Loose>({ path: request }, options);
  const waited = Date.now() - job.since;
  if (waited > LONGEST_MS) throw fatal(`fal: ${model} is ${status} after two hours (request ${job.request_id}).`, { name: "TimeoutError" });
  return pending(job, PACE.find(({ untilMs }) => waited < untilMs)?.after ?? "20s");
}

function modelPath(model: string): string {
  return model
    .split("/")
    .map((part) => path`/${part}`)
    .join("");
}

/** Requests belong to the app, which is what a model's id begins with: its owner and its name. */
function appPath(model: string): string {
  const [first = ""] = model.split("/");
  const parts = first === "workflows" || first === "comfy" ? 3 : 2;
  return modelPath(model.split("/").slice(0, parts).join("/"));
}
