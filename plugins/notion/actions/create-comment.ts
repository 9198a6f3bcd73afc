import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { page_id } from "../fields.ts";

/** Comments on a page. */
export const createComment = defineAction({
  name: "createComment",
  label: "Comment on a page",
  description: "Writes a comment on a page, or answers in a discussion.",
  input: z.strictObject({
    page_id: page_id.optional().meta({ label: "Page", help: "Its address, or the id in it." }),
    discussion_id: z.string().optional().meta({ label: "Discussion", help: "In place of a page: the id of a discussion to answer in." }),
    text: z.string().min(1).meta({ label: "Text", multiline: true }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Comment id" }),
    discussion_id: z.string().meta({ label: "Discussion id" }),
    created_time: z.string().meta({ label: "Created" }),
  }),
  examples: [
    { discussion_id: "5d4f7a3c-1111-4222-8333-444455556666", text: "Done." },
    { page_id: "59833787-2cf9-4fdf-8782-e53db20768a5", text: "It was packed." },
  ],
});
