import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user, userId } from "../fields.ts";

/** Lifts the lock of a user. */
export const unlockUser = defineAction({
  name: "unlockUser",
  label: "Unlock a user",
  description: "Lifts the lock of a user.",
  input: z.strictObject({
    user_id: userId,
  }),
  output: user,
});
