import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findRun } from "../runs/find-run.ts";
import { selectSteps } from "../runs/store.ts";
import type { Fence } from "./prompt.ts";

const LONGEST_MESSAGE = 2_000;
const MOST_STEPS = 50;

/**
 * How a run ended, without its data: the error that ended it with its step, and how each step ended. What a step failed with that the workflow went
 * on from is not told. Only for a run that the person named, who was asked for just this. Throws `not_found`.
 */
export async function describeRun(
  server: Pick<Server, "database">,
  access: Access,
  id: string,
  fence: Pick<Fence, "clean">,
): Promise<string> {
  const { error, status } = await findRun(server, access, id);
  const steps = await selectSteps(server.database, id);
  const at = error?.node === undefined ? "" : ` at ${error.node}`;
  const end = error === null ? `The run is ${status}.` : `The run failed${at}: ${fence.clean(error.message).slice(0, LONGEST_MESSAGE)}`;
  return [end, ...steps.slice(-MOST_STEPS).map((step) => `step ${step.node} ${step.status}`)].join("\n");
}
