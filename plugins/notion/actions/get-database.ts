import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { dataSource } from "../fields.ts";

/** Reads the properties of a database. */
export const getDatabase = defineAction({
  name: "getDatabase",
  label: "Get a database",
  description: "Reads which properties the pages of a database have, with their types and choices.",
  input: z.strictObject(dataSource),
  output: z.object({
    id: z.string().meta({ label: "Data source id" }),
    title: z.string().meta({ label: "Title" }),
    url: z.string().meta({ label: "Address" }),
    database_id: z.string().nullable().meta({ label: "Database id" }),
    properties: z
      .array(z.object({ id: z.string(), name: z.string(), type: z.string(), options: z.array(z.string()).meta({ help: "Of a choice." }) }))
      .meta({ label: "Properties" }),
  }),
  examples: [{ database_id: "248104cd-477e-80fd-b757-e945d38000bd" }, { data_source_id: "248104cd-477e-80af-bc30-000bd28de8f9" }],
});
