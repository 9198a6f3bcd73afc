import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the tables that the integration may see. */
export const listDataSources = defineAction({
  name: "listDataSources",
  label: "List databases",
  description: "Lists the databases that are shared with the integration; each of their tables is a data source of its own.",
  input: z.strictObject({
    query: z.string().optional().meta({ label: "Title contains", example: "Orders" }),
    limit,
  }),
  output: z.object({
    data_sources: z
      .array(z.object({ id: z.string(), title: z.string(), url: z.string(), database_id: z.string().nullable() }))
      .meta({ label: "Data sources" }),
  }),
});
