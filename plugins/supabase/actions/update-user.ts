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
    ban_duration: z.string().optional().meta({ label: "Ban for", help: "A time such as 24h, or none to lift a ban.", example: "24h" }),
  }),
  output: user,
});
