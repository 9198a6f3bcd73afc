import type { Wait } from "../api/schemas.ts";
import type { Server } from "../running-server.ts";
import { answerFor, nothingWaits } from "./answer.ts";
import { presentWait } from "./present.ts";
import { findWaitByToken } from "./store.ts";

/** What a one-time token waits for; throws `not_found` when it is unknown, answered or closed. Changes nothing. */
export async function showWait(server: Pick<Server, "system">, token: string): Promise<Wait> {
  const found = await findWaitByToken(server.system, token);
  if (!found || found.wait.status !== "waiting") throw nothingWaits("at this address");
  return presentWait(found.wait, found.workflow, found.nodes);
}

/** Answers by one-time token: whoever knows it may, once. */
export async function answerWait(server: Pick<Server, "system" | "engine">, token: string, answer: unknown): Promise<Wait> {
  const wait = await showWait(server, token);
  await server.engine.answer(token, answerFor(wait.kind, answer));
  return wait;
}
