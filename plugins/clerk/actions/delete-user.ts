import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { deleted, userId } from "../fields.ts";

/** Deletes a user for good. */
export const deleteUser = defineAction({
  name: "deleteUser",
  label: "Delete a user",
  description: "Deletes a user for good.",
  input: z.strictObject({
    user_id: userId,
  }),
  output: deleted,
});
