import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user, userId } from "../fields.ts";

/** Lets a banned user sign in again. */
export const unbanUser = defineAction({
  name: "unbanUser",
  label: "Lift a ban",
  description: "Lets a banned user sign in again.",
  input: z.strictObject({
    user_id: userId,
  }),
  output: user,
});
