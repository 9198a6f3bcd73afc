import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { labelIds } from "../fields.ts";

/** Finds e-mails. */
export const searchMessages = defineAction({
  name: "searchMessages",
  label: "Search e-mails",
  description: "Finds e-mails with the words of Gmail's own search, newest first, with sender, subject and date of each.",
  input: z.strictObject({
    q: z
      .string()
      .optional()
      .meta({ label: "Search", help: "As in Gmail's search box.", example: "from:ada@example.com is:unread newer_than:7d" }),
    labelIds: labelIds.optional().meta({
      label: "With labels",
      help: "Their ids; a message must have all of them.",
      example: ["INBOX"],
      options: { action: "listLabels", list: "labels", value: "id", label: "name" },
    }),
    includeSpamTrash: z.boolean().optional().meta({ label: "Also spam and trash", default: false, example: true }),
    limit: z.int().min(1).max(500).optional().meta({ label: "At most", default: 20, example: 2 }),
  }),
  output: z.object({
    messages: z
      .array(
        z.object({
          id: z.string(),
          threadId: z.string(),
          labelIds: z.array(z.string()),
          snippet: z.string().meta({ help: "The beginning of the text." }),
          date: z.string().nullable().meta({ help: "ISO 8601." }),
          from: z.string(),
          to: z.string(),
          subject: z.string(),
        }),
      )
      .meta({ label: "Messages" }),
  }),
});
