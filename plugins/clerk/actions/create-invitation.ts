import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { expiresInDays, invitation, publicMetadata, redirectUrl } from "../fields.ts";

/** Invites a person to sign up, by e-mail unless you say otherwise. */
export const createInvitation = defineAction({
  name: "createInvitation",
  label: "Invite a person",
  description: "Invites a person to sign up, by e-mail unless you say otherwise.",
  input: z.strictObject({
    email_address: z.string().min(1).meta({ label: "E-mail", example: "ada@example.com" }),
    redirect_url: redirectUrl,
    public_metadata: publicMetadata,
    notify: z.boolean().optional().meta({ label: "Send the e-mail", default: true, example: false }),
    ignore_existing: z.boolean().optional().meta({ label: "Even if invited before", default: false, example: true }),
    expires_in_days: expiresInDays,
  }),
  output: invitation,
});
