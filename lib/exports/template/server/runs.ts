import { setTimeout } from "node:timers/promises";
import type { Run } from "workflow/api";
import { getHookByToken, getRun } from "workflow/api";
import { stepError } from "../plugins/kit/step-error.ts";
import { answer, json, Refusal } from "./answers.ts";
import { listTokens } from "./list-tokens.ts";
import { requireSecret } from "./secrets.ts";
import { readWait } from "./wait.ts";
import { linksOf } from "./waits.ts";
import { splitResponse } from "./split-response.ts";

/** How a run ended. */
export type Ended =
  | { readonly status: "completed"; readonly result: unknown }
  | { readonly status: "failed" | "cancelled"; readonly message: string };

/** How often a run is looked at: soon at first, for those that are done at once. */
const FIRST_LOOK_MS = 10;
const LAST_LOOK_MS = 500;

/** Waits until a run has ended; undefined when it has not after `patience` milliseconds. */
export async function waitForEnd(run: Run<unknown>, patience: number): Promise<Ended | undefined> {
  const until = Date.now() + patience;
  for (let pause = FIRST_LOOK_MS; Date.now() < until; pause = Math.min(LAST_LOOK_MS, pause * 1.3)) {
    const ended = await readEnd(run);
    if (ended) return ended;
    await setTimeout(pause);
  }
  return undefined;
}

async function readEnd(run: Run<unknown>): Promise<Ended | undefined> {
  const status = await run.status;
  if (status === "completed") return { status, result: (await run.returnValue) ?? null };
  if (status === "cancelled") return { status, message: "The run was cancelled." };
  if (status !== "failed") return undefined;
  const message = await run.returnValue.then(
    () => "The run failed.",
    (error: unknown) => messageOf(error),
  );
  return { status, message };
}

/** What the workflow threw, which comes wrapped. */
function messageOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : stepError(error).message;
}

/** A run's status, result and waits, for whoever has the key. */
export function showRun(request: Request, id: string): Promise<Response> {
  return answer(async () => {
    requireSecret(request, "WORKFLOWS_API_KEY");
    const run = getRun(id);
    if (!/^wrun_[0-9A-Za-z]{1,60}$/.test(id) || !(await run.exists))
      throw new Refusal(404, "not_found", `There is no run ${id.slice(0, 80)}.`);
    const [status, ended] = [await run.status, await readEnd(run)];
    const result = ended?.status === "completed" ? { result: splitResponse(ended.result).body ?? null } : {};
    const error = ended && ended.status !== "completed" ? { error: { message: ended.message } } : {};
    return json({ id, status, ...result, ...error, waits: ended ? [] : await listWaits(request, id) });
  });
}

async function listWaits(request: Request, runId: string): Promise<unknown[]> {
  // One that is answered meanwhile is gone.
  const hooks = await Promise.all((await listTokens(runId)).map((token) => getHookByToken(token).catch(() => undefined)));
  return hooks
    .filter((hook) => hook !== undefined)
    .map((hook) => ({ ...readWait(hook), ...linksOf(hook.token, new URL(request.url).origin) }));
}
