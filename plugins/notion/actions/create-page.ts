import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { dataSource, icon, page, page_id, properties } from "../fields.ts";

const markdown = "# Order 1001\n\n- [ ] Pack it";

/** Makes a page. */
export const createPage = defineAction({
  name: "createPage",
  label: "Create a page",
  description: "Makes a page in a database, with its properties as plain values, or below another page; its content is Markdown.",
  input: z.strictObject({
    ...dataSource,
    page_id: page_id.optional().meta({ label: "Below page", help: "In place of a database: the address or the id of a page." }),
    title: z.string().optional().meta({ label: "Title" }),
    properties: properties.optional().meta({ label: "Properties" }),
    markdown: z.string().optional().meta({ label: "Content", code: "markdown" }),
    icon,
  }),
  output: page,
  examples: [
    { page_id: "59833787-2cf9-4fdf-8782-e53db20768a5", title: "Notes", markdown },
    { database_id: "https://www.notion.so/248104cd477e80fdb757e945d38000bd?v=1", properties: { Name: "Order 1001" } },
    {
      data_source_id: "248104cd-477e-80af-bc30-000bd28de8f9",
      title: "Order 1001",
      properties: { Total: 12.5, Status: "Open", Tags: ["new", "gift"], Due: "2027-01-31", Paid: true },
      markdown,
      icon: "📦",
    },
  ],
});
