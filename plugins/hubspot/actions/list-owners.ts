import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the people that records can belong to. */
export const listOwners = defineAction({
  name: "listOwners",
  label: "List owners",
  description: "Lists the people of the account that records can belong to.",
  input: z.strictObject({
    email: z.string().optional().meta({ label: "E-mail address", help: "Only the owner with it.", example: "ada@example.com" }),
    limit,
  }),
  output: z.object({
    owners: z
      .array(
        z.object({ id: z.string(), email: z.string().nullable(), firstName: z.string(), lastName: z.string(), userId: z.int().nullable() }),
      )
      .meta({ label: "Owners" }),
  }),
});
