import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { invitation } from "../fields.ts";

/** Takes back an invitation that nobody has accepted. */
export const revokeInvitation = defineAction({
  name: "revokeInvitation",
  label: "Revoke an invitation",
  description: "Takes back an invitation that nobody has accepted.",
  input: z.strictObject({
    invitation_id: z.string().meta({
      label: "Invitation",
      help: "Its id.",
      example: "inv_g1dl1ZQY1dqxCF1dPqX2v4kKXGL",
      options: { action: "listInvitations", list: "invitations", value: "id", label: "email_address" },
    }),
  }),
  output: invitation,
});
