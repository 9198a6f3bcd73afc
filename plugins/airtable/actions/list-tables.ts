import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { place } from "../fields.ts";

/** Lists the tables of a base with their fields and views. */
export const listTables = defineAction({
  name: "listTables",
  label: "List tables",
  description: "Lists the tables of a base with their fields and views.",
  input: z.strictObject({ baseId: place.baseId }),
  output: z.object({
    tables: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          description: z.string().nullable(),
          primaryFieldId: z.string(),
          fields: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              type: z.string(),
              choices: z.array(z.string()).meta({ help: "Of a field with choices." }),
            }),
          ),
          views: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
        }),
      )
      .meta({ label: "Tables" }),
  }),
});
