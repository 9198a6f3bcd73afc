import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { membership, organizationId, userId } from "../fields.ts";

/** Takes a user out of an organization. */
export const removeMember = defineAction({
  name: "removeMember",
  label: "Remove a member",
  description: "Takes a user out of an organization.",
  input: z.strictObject({
    organization_id: organizationId,
    user_id: userId,
  }),
  output: membership,
});
