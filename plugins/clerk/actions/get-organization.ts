import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { organization, organizationId } from "../fields.ts";

/** Reads one organization by its id or its slug. */
export const getOrganization = defineAction({
  name: "getOrganization",
  label: "Get an organization",
  description: "Reads one organization by its id or its slug.",
  input: z.strictObject({
    organization_id: organizationId,
  }),
  output: organization,
});
