import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { userId } from "../fields.ts";

/** Deletes a person who can sign in. */
export const deleteUser = defineAction({
  name: "deleteUser",
  label: "Delete a user",
  description: "Deletes a person who can sign in.",
  input: z.strictObject({
    user_id: userId,
    should_soft_delete: z
      .boolean()
      .optional()
      .meta({ label: "Keep a trace", help: "The person's data goes, their id stays.", default: false, example: true }),
  }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
});
