import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, session, userId } from "../fields.ts";

/** Lists where a user is or was signed in. */
export const listSessions = defineAction({
  name: "listSessions",
  label: "List sessions",
  description: "Lists where a user is or was signed in.",
  input: z.strictObject({
    user_id: userId,
    status: z
      .enum(["abandoned", "active", "ended", "expired", "removed", "replaced", "revoked"])
      .optional()
      .meta({ label: "Status", example: "active" }),
    limit,
  }),
  output: z.object({ sessions: z.array(session).meta({ label: "Sessions" }) }),
});
