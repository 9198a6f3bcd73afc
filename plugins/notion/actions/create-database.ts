import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { icon, page_id } from "../fields.ts";

/** Makes a database. */
export const createDatabase = defineAction({
  name: "createDatabase",
  label: "Create a database",
  description: "Makes a database below a page, with the properties that its pages shall have.",
  input: z.strictObject({
    page_id: page_id.meta({ label: "Below page", help: "Its address, or the id in it.", example: "59833787-2cf9-4fdf-8782-e53db20768a5" }),
    title: z.string().meta({ label: "Title", example: "Orders" }),
    properties: z.record(z.string(), z.any()).meta({
      label: "Properties",
      help: "A type by name: title (one of them must be), rich_text, number, select, multi_select, status, date, people, files, checkbox, url, email, phone_number. A list of texts makes a choice of them.",
      example: { Name: "title", Total: "number", Status: ["Open", "Done"], Due: "date" },
    }),
    is_inline: z.boolean().optional().meta({ label: "Within the page", default: false, example: true }),
    icon,
  }),
  output: z.object({
    id: z.string().meta({ label: "Database id" }),
    url: z.string().meta({ label: "Address" }),
    data_source_id: z.string().meta({ label: "Data source id" }),
  }),
});
