import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, page_id } from "../fields.ts";

/** Lists the open comments of a page. */
export const listComments = defineAction({
  name: "listComments",
  label: "List comments",
  description: "Lists the comments on a page or block that are not resolved.",
  input: z.strictObject({
    block_id: page_id.meta({ label: "Page or block", help: "Its address, or its id.", example: "59833787-2cf9-4fdf-8782-e53db20768a5" }),
    limit,
  }),
  output: z.object({
    comments: z
      .array(
        z.object({
          id: z.string(),
          discussion_id: z.string(),
          text: z.string(),
          created_time: z.string(),
          created_by: z.string().meta({ help: "A person's id." }),
        }),
      )
      .meta({ label: "Comments" }),
  }),
});
