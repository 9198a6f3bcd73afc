import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { membership, organizationId, role, userId } from "../fields.ts";

/** Gives a member of an organization another role. */
export const updateMember = defineAction({
  name: "updateMember",
  label: "Change a member's role",
  description: "Gives a member of an organization another role.",
  input: z.strictObject({
    organization_id: organizationId,
    user_id: userId,
    role,
  }),
  output: membership,
});
