import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user, userFields, userId } from "../fields.ts";

/** Changes the fields you give and leaves the others as they are. */
export const updateUser = defineAction({
  name: "updateUser",
  label: "Update a user",
  description: "Changes the fields you give and leaves the others as they are.",
  input: z.strictObject({
    user_id: userId,
    ...userFields,
    primary_email_address_id: z
      .string()
      .optional()
      .meta({ label: "Primary e-mail", help: "The id of one of the user's addresses.", example: "idn_29w83yL7CwVlJXylYLxcslromF1" }),
    sign_out_of_other_sessions: z.boolean().optional().meta({ label: "Sign out elsewhere", help: "After a new password.", example: true }),
  }),
  output: user,
});
