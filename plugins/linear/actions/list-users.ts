import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the people of the workspace. */
export const listUsers = defineAction({
  name: "listUsers",
  label: "List people",
  description: "Lists the people of the workspace.",
  input: z.strictObject({
    includeDisabled: z.boolean().optional().meta({ label: "With those who have left", default: false, example: true }),
    limit,
  }),
  output: z.object({
    users: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          displayName: z.string(),
          email: z.string(),
          active: z.boolean(),
          admin: z.boolean(),
          url: z.string(),
        }),
      )
      .meta({ label: "People" }),
  }),
});
