import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { comment, issueIdOrKey, limit } from "../fields.ts";

/** Lists the comments of an issue, as plain text. */
export const listComments = defineAction({
  name: "listComments",
  label: "List comments",
  description: "Lists the comments of an issue, as plain text.",
  input: z.strictObject({
    issueIdOrKey,
    orderBy: z
      .enum(["created", "-created"])
      .optional()
      .meta({ label: "Order", help: "With - the newest first.", default: "created", example: "-created" }),
    limit,
  }),
  output: z.object({ comments: z.array(comment).meta({ label: "Comments" }) }),
});
