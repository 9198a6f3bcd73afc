import { z } from "zod";

export const page_id = z.string().min(1).meta({
  label: "Page",
  help: "Its address, or the id in it.",
  example: "https://www.notion.so/Orders-59833787-2cf9-4fdf-8782-e53db20768a5",
});

/** One of the two says which table is meant. */
export const dataSource = {
  data_source_id: z
    .string()
    .optional()
    .meta({
      label: "Data source",
      help: "The table in a database, by its id.",
      example: "248104cd-477e-80af-bc30-000bd28de8f9",
      options: { action: "listDataSources", list: "data_sources", value: "id", label: "title" },
    }),
  database_id: z
    .string()
    .optional()
    .meta({ label: "Database", help: "In place of the data source, when it has only one: its address, or the id in it." }),
};

export const properties = z.record(z.string(), z.any()).meta({
  label: "Properties",
  help: "Plain values by name: texts, numbers, true or false, dates such as 2027-01-31 or 2027-01-31/2027-02-02, lists of choices, ids of people and pages, addresses of files.",
});

export const icon = z.string().optional().meta({ label: "Icon", help: "An emoji.", example: "📦" });

/** A page as most actions give it. */
export const page = z.object({
  id: z.string().meta({ label: "Page id" }),
  url: z.string().meta({ label: "Address" }),
  public_url: z.string().nullable().meta({ label: "Public address", help: "Null when the page is not published." }),
  title: z.string().meta({ label: "Title" }),
  created_time: z.string().meta({ label: "Created" }),
  last_edited_time: z.string().meta({ label: "Changed" }),
  in_trash: z.boolean().meta({ label: "In the trash" }),
  parent: z.object({ type: z.string(), id: z.string().nullable() }).meta({ label: "Belongs to" }),
  properties: z.any().meta({
    label: "Properties",
    help: "As plain values by name. A span of time is start/end, people are objects with id, name and email, relations are page ids.",
    typeParameter: true,
  }),
});

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 5 });
