import type { Wait } from "../api/schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { answerFor, nothingWaits } from "./answer.ts";
import { findRun } from "./find-run.ts";
import { presentWait } from "./present.ts";
import { findWaitByToken, selectOpenWaits } from "./store.ts";

/** Answers what a run waits for at a node: an approval's decision, or any JSON to an event. In a loop, the oldest wait of the node. */
export async function answerRun(
  server: Pick<Server, "database" | "engine">,
  access: Access,
  target: { readonly id: string; readonly node: string },
  answer: unknown,
): Promise<Wait> {
  const run = await findRun(server, access, target.id);
  const waits = await selectOpenWaits(server.database, run.id);
  const wait = waits.find((candidate) => candidate.node === target.node);
  if (!wait) throw nothingWaits(`at ${target.node} of ${run.id}`);
  const found = await findWaitByToken(server.database, wait.token);
  await server.engine.answer(wait.token, answerFor(wait.kind, answer));
  return presentWait(wait, run.workflow, found?.nodes ?? {});
}
