import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user, userId } from "../fields.ts";

/** Reads one user. */
export const getUser = defineAction({
  name: "getUser",
  label: "Get a user",
  description: "Reads one user.",
  input: z.strictObject({
    user_id: userId,
  }),
  output: user,
});
