import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { icon, page, page_id, properties } from "../fields.ts";

/** Changes a page's properties. */
export const updatePage = defineAction({
  name: "updatePage",
  label: "Update a page",
  description: "Changes the title or properties of a page; what is not named stays as it is.",
  input: z.strictObject({
    page_id,
    title: z.string().optional().meta({ label: "Title", example: "Order 1001, packed" }),
    properties: properties.optional().meta({ label: "Properties", example: { Status: "Done", Paid: true } }),
    icon,
  }),
  output: page,
});
