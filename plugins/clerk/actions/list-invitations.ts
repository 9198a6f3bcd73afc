import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { invitation, limit } from "../fields.ts";

/** Lists invitations to sign up, newest first. */
export const listInvitations = defineAction({
  name: "listInvitations",
  label: "List invitations",
  description: "Lists invitations to sign up, newest first.",
  input: z.strictObject({
    status: z
      .enum(["pending", "accepted", "revoked", "expired"])
      .optional()
      .meta({ label: "Status", help: "All that are not revoked when left out.", example: "pending" }),
    query: z.string().optional().meta({ label: "With", help: "A part of an address or an id.", example: "ada" }),
    limit,
  }),
  output: z.object({ invitations: z.array(invitation).meta({ label: "Invitations" }) }),
});
