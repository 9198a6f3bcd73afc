import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { deleted, organizationId } from "../fields.ts";

/** Deletes an organization and all its memberships for good. */
export const deleteOrganization = defineAction({
  name: "deleteOrganization",
  label: "Delete an organization",
  description: "Deletes an organization and all its memberships for good.",
  input: z.strictObject({
    organization_id: organizationId,
  }),
  output: deleted,
});
