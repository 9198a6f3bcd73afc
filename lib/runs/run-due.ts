import { checkHealth } from "../api/check-health.ts";
import type { Health } from "../api/schemas.ts";
import type { Server } from "../running-server.ts";
import { FUNCTION_SECONDS, SPARE_SECONDS } from "../vercel.ts";

/** The scheduler comes once a minute. */
const UNTIL_NEXT_MS = 60_000;

/** Works on what is due, and on what comes due before the scheduler calls again, so that sleeps end and schedules fire on time; then says how things are. */
export async function runDue(server: Server): Promise<Health> {
  const leave = server.engine.attend();
  await leave({ untilMs: Date.now() + (FUNCTION_SECONDS - SPARE_SECONDS) * 1_000, lookAheadMs: UNTIL_NEXT_MS });
  return checkHealth();
}
