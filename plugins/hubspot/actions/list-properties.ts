import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectType } from "../fields.ts";

/** Lists the properties of a kind of records. */
export const listProperties = defineAction({
  name: "listProperties",
  label: "List properties",
  description: "Lists the properties that contacts, companies, deals or tickets have, with their internal names and choices.",
  input: z.strictObject({ objectType }),
  output: z.object({
    properties: z
      .array(
        z.object({
          name: z.string().meta({ help: "The internal name." }),
          label: z.string(),
          type: z.string(),
          fieldType: z.string(),
          options: z.array(z.object({ label: z.string(), value: z.string() })),
        }),
      )
      .meta({ label: "Properties" }),
  }),
});
