import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { dataSource, limit, page } from "../fields.ts";

/** Finds pages of a database. */
export const queryDatabase = defineAction({
  name: "queryDatabase",
  label: "Query a database",
  description: "Finds the pages of a database by a filter, in an order, with their properties as plain values.",
  input: z.strictObject({
    ...dataSource,
    where: z
      .record(z.string(), z.any())
      .optional()
      .meta({ label: "Where", help: "Values that properties must hold, by name; null means empty. For more, use the filter." }),
    filter: z.record(z.string(), z.any()).optional().meta({
      label: "Filter",
      help: "As Notion's API writes it; see developers.notion.com/reference/filter-data-source-entries.",
      code: "json",
    }),
    sorts: z
      .array(
        z.union([
          z.strictObject({ property: z.string(), direction: z.enum(["ascending", "descending"]) }),
          z.strictObject({ timestamp: z.enum(["created_time", "last_edited_time"]), direction: z.enum(["ascending", "descending"]) }),
        ]),
      )
      .optional()
      .meta({ label: "Order" }),
    limit,
  }),
  output: z.object({ pages: z.array(page).meta({ label: "Pages" }) }),
  examples: [
    { database_id: "https://www.notion.so/248104cd477e80fdb757e945d38000bd?v=1" },
    {
      data_source_id: "248104cd-477e-80af-bc30-000bd28de8f9",
      filter: {
        and: [
          { property: "Status", status: { equals: "Open" } },
          { property: "Total", number: { greater_than: 10 } },
        ],
      },
      sorts: [{ property: "Total", direction: "descending" }],
      limit: 5,
    },
    { data_source_id: "248104cd-477e-80af-bc30-000bd28de8f9", where: { Status: "Open", Paid: false } },
  ],
});
