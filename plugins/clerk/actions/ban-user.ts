import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user, userId } from "../fields.ts";

/** Signs a user out everywhere and lets them sign in no more. */
export const banUser = defineAction({
  name: "banUser",
  label: "Ban a user",
  description: "Signs a user out everywhere and lets them sign in no more.",
  input: z.strictObject({
    user_id: userId,
  }),
  output: user,
});
