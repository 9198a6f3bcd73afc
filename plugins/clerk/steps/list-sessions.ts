import type { StepOptions } from "../../kit/step-options.ts";
import { listClerk } from "../api.ts";
import type { ListSessionsInput, ListSessionsOutput } from "../types.generated.ts";

type Sessions = ListSessionsOutput["sessions"];

/** Lists where a user is or was signed in. */
export async function listSessions({ limit = 100, ...query }: ListSessionsInput, options: StepOptions = {}): Promise<ListSessionsOutput> {
  "use step";
  return { sessions: await listClerk(limit, "/sessions", query, options, (page: Sessions) => page) };
}
