import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, membership, organizationId } from "../fields.ts";

/** Lists the members of an organization and their roles. */
export const listMembers = defineAction({
  name: "listMembers",
  label: "List members",
  description: "Lists the members of an organization and their roles.",
  input: z.strictObject({
    organization_id: organizationId,
    role: z
      .array(z.string())
      .optional()
      .meta({ label: "Roles", help: "Only members with one of these.", example: ["org:admin"] }),
    query: z.string().optional().meta({ label: "With", help: "A part of a name, an address, a number or an id.", example: "ada" }),
    limit,
  }),
  output: z.object({ members: z.array(membership).meta({ label: "Members" }) }),
});
