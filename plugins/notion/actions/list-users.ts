import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the people of the workspace. */
export const listUsers = defineAction({
  name: "listUsers",
  label: "List people",
  description: "Lists the people and bots of the workspace.",
  input: z.strictObject({ limit }),
  output: z.object({
    users: z
      .array(
        z.object({
          id: z.string(),
          type: z.string().nullable().meta({ help: "person or bot." }),
          name: z.string().nullable(),
          email: z.string().nullable().meta({ help: "When the integration may see it." }),
          avatar_url: z.string().nullable(),
        }),
      )
      .meta({ label: "People" }),
  }),
});
