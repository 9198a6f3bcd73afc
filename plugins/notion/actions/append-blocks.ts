import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { page_id } from "../fields.ts";

/** Adds blocks to a page. */
export const appendBlocks = defineAction({
  name: "appendBlocks",
  label: "Append blocks",
  description: "Adds blocks to the end of a page or of another block, written as Notion's own API writes them.",
  input: z.strictObject({
    block_id: page_id.meta({ label: "Page or block", help: "Its address, or its id.", example: "59833787-2cf9-4fdf-8782-e53db20768a5" }),
    children: z
      .array(z.record(z.string(), z.any()))
      .min(1)
      .max(1_000)
      .meta({
        label: "Blocks",
        help: "See developers.notion.com/reference/block.",
        code: "json",
        example: [
          { type: "paragraph", paragraph: { rich_text: [{ type: "text", text: { content: "It was packed." } }] } },
          { type: "bulleted_list_item", bulleted_list_item: { rich_text: [{ type: "text", text: { content: "By Ada" } }] } },
        ],
      }),
  }),
  output: z.object({ ids: z.array(z.string()).meta({ label: "Block ids" }) }),
});
