import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user } from "../fields.ts";

/** Sends a person an e-mail with a link to sign in by. */
export const inviteUser = defineAction({
  name: "inviteUser",
  label: "Invite a user",
  description: "Sends a person an e-mail with a link to sign in by.",
  input: z.strictObject({
    email: z.string().min(1).meta({ label: "E-mail", example: "ada@example.com" }),
    data: z
      .record(z.string(), z.any())
      .optional()
      .meta({ label: "User metadata", code: "json", example: { name: "Ada" } }),
    redirect_to: z
      .string()
      .optional()
      .meta({ label: "After accepting, go to", help: "One of the project's allowed addresses.", example: "https://example.com/welcome" }),
  }),
  output: user,
});
