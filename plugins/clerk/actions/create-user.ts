import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { privateMetadata, publicMetadata, unsafeMetadata, user, userFields } from "../fields.ts";

/** Adds a user, whose e-mail addresses and telephone numbers count as verified. */
export const createUser = defineAction({
  name: "createUser",
  label: "Create a user",
  description: "Adds a user, whose e-mail addresses and telephone numbers count as verified.",
  input: z.strictObject({
    email_address: z
      .array(z.string())
      .optional()
      .meta({ label: "E-mail addresses", help: "The first one is the primary one.", example: ["ada@example.com"] }),
    phone_number: z
      .array(z.string())
      .optional()
      .meta({ label: "Telephone numbers", help: "With country code.", example: ["+15551234567"] }),
    ...userFields,
    skip_password_requirement: z
      .boolean()
      .optional()
      .meta({ label: "Without a password", help: "Even where the instance asks for one.", example: true }),
    public_metadata: publicMetadata,
    private_metadata: privateMetadata,
    unsafe_metadata: unsafeMetadata,
  }),
  output: user,

  examples: [
    { email_address: ["ada@example.com"], password: "a-very-long-secret" },
    {
      email_address: ["ada@example.com"],
      phone_number: ["+15551234567"],
      first_name: "Ada",
      last_name: "Lovelace",
      username: "ada",
      external_id: "6735",
      skip_password_requirement: true,
      public_metadata: { plan: "gold" },
      private_metadata: { crm_id: "6735" },
      unsafe_metadata: { theme: "dark" },
    },
  ],
});
