import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { session } from "../fields.ts";

/** Signs a user out of one session. */
export const revokeSession = defineAction({
  name: "revokeSession",
  label: "Revoke a session",
  description: "Signs a user out of one session.",
  input: z.strictObject({
    session_id: z.string().meta({ label: "Session", help: "Its id.", example: "sess_29w83sxmDNGwOuEthce5gg56FcC" }),
  }),
  output: session,
});
