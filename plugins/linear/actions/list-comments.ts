import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { comment, issueId, limit } from "../fields.ts";

/** Lists the comments of an issue. */
export const listComments = defineAction({
  name: "listComments",
  label: "List comments",
  description: "Lists the comments of an issue.",
  input: z.strictObject({
    issueId,
    limit,
  }),
  output: z.object({ comments: z.array(comment).meta({ label: "Comments" }) }),
});
