import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the projects that the account can see. */
export const listProjects = defineAction({
  name: "listProjects",
  label: "List projects",
  description: "Lists the projects that the account can see.",
  input: z.strictObject({
    query: z.string().optional().meta({ label: "With", help: "Words of the name or the key.", example: "Example" }),
    limit,
  }),
  output: z.object({
    projects: z
      .array(z.object({ id: z.string(), key: z.string(), name: z.string(), self: z.string(), projectTypeKey: z.string().optional() }))
      .meta({ label: "Projects" }),
  }),
});
