import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { organization, organizationId } from "../fields.ts";

/** Changes the fields you give and leaves the others as they are. */
export const updateOrganization = defineAction({
  name: "updateOrganization",
  label: "Update an organization",
  description: "Changes the fields you give and leaves the others as they are.",
  input: z.strictObject({
    organization_id: organizationId,
    name: z.string().min(1).max(256).optional().meta({ label: "Name", example: "Acme" }),
    slug: z.string().optional().meta({ label: "Slug", example: "acme" }),
    max_allowed_memberships: z.int().min(0).optional().meta({ label: "Most members", help: "0 for any number.", example: 5 }),
  }),
  output: organization,
});
