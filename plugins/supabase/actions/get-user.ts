import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user, userId } from "../fields.ts";

/** Reads one person who can sign in. */
export const getUser = defineAction({
  name: "getUser",
  label: "Get a user",
  description: "Reads one person who can sign in.",
  input: z.strictObject({
    user_id: userId,
  }),
  output: user,
});
