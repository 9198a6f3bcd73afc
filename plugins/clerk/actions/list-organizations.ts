import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, organization } from "../fields.ts";

/** Lists organizations, newest first, with the number of their members. */
export const listOrganizations = defineAction({
  name: "listOrganizations",
  label: "List organizations",
  description: "Lists organizations, newest first, with the number of their members.",
  input: z.strictObject({
    query: z.string().optional().meta({ label: "With", help: "A part of a name, a slug or an id.", example: "acme" }),
    limit,
  }),
  output: z.object({ organizations: z.array(organization).meta({ label: "Organizations" }) }),
});
