import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findRun } from "../runs/find-run.ts";
import { selectSteps } from "../runs/store.ts";

const LONGEST_MESSAGE = 2_000;

/** How a run went, without its data: each step's status, and what the failed ones said. Only for a run that the person named. Throws `not_found`. */
export async function describeRun(server: Pick<Server, "database">, access: Access, id: string): Promise<string> {
  const run = await findRun(server, access, id);
  const steps = await selectSteps(server.database, id);
  const lines = steps.map(({ node, status, error }) => {
    const said =
      error === null
        ? ""
        : `: ${error.name ?? "Error"}${error.status === undefined ? "" : ` ${error.status}`} ${error.message.slice(0, LONGEST_MESSAGE)}`;
    return `step ${node} ${status}${said}`;
  });
  const { error } = run;
  const end =
    error === null
      ? []
      : [`The run failed${error.node === undefined ? "" : ` at ${error.node}`}: ${error.message.slice(0, LONGEST_MESSAGE)}`];
  return [`Run of version ${run.version}, ${run.status}`, ...lines.slice(-50), ...end].join("\n");
}
