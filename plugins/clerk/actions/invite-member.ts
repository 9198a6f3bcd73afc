import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { expiresInDays, organizationId, organizationInvitation, redirectUrl, role } from "../fields.ts";

/** Invites a person to join an organization, by e-mail. */
export const inviteMember = defineAction({
  name: "inviteMember",
  label: "Invite to an organization",
  description: "Invites a person to join an organization, by e-mail.",
  input: z.strictObject({
    organization_id: organizationId,
    email_address: z.string().min(1).meta({ label: "E-mail", example: "ada@example.com" }),
    role,
    inviter_user_id: z
      .string()
      .optional()
      .meta({
        label: "In the name of",
        help: "The id of a user.",
        example: "user_29w83sxmDNGwOuEthce5gg56FcC",
        options: { action: "listUsers", list: "users", value: "id", label: "username" },
      }),
    redirect_url: redirectUrl,
    expires_in_days: expiresInDays,
  }),
  output: organizationInvitation,
});
