import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, page_id } from "../fields.ts";

/** Reads the blocks of a page. */
export const getBlocks = defineAction({
  name: "getBlocks",
  label: "Get a page's blocks",
  description: "Reads the blocks that a page or another block directly holds.",
  input: z.strictObject({
    block_id: page_id.meta({ label: "Page or block", help: "Its address, or its id.", example: "59833787-2cf9-4fdf-8782-e53db20768a5" }),
    limit,
  }),
  output: z.object({
    blocks: z
      .array(
        z.object({
          id: z.string(),
          type: z.string(),
          has_children: z.boolean().meta({ help: "Ask for them with the block's own id." }),
          text: z.string().meta({ help: "Without its format." }),
          created_time: z.string(),
          last_edited_time: z.string(),
          content: z.any().meta({ help: "What Notion says of a block of this type.", typeParameter: true }),
        }),
      )
      .meta({ label: "Blocks" }),
  }),
});
