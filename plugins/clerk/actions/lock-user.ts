import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user, userId } from "../fields.ts";

/** Keeps a user from signing in until the lock ends or is lifted. */
export const lockUser = defineAction({
  name: "lockUser",
  label: "Lock a user",
  description: "Keeps a user from signing in until the lock ends or is lifted.",
  input: z.strictObject({
    user_id: userId,
  }),
  output: user,
});
