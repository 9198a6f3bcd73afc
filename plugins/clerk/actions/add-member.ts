import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { membership, organizationId, role, userId } from "../fields.ts";

/** Adds a user to an organization. */
export const addMember = defineAction({
  name: "addMember",
  label: "Add a member",
  description: "Adds a user to an organization.",
  input: z.strictObject({
    organization_id: organizationId,
    user_id: userId,
    role,
  }),
  output: membership,
});
