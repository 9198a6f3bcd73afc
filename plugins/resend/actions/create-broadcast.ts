import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { emailFields, segmentId } from "../fields.ts";

/** Writes an e-mail to all contacts of a segment; it goes out when it is sent. */
export const createBroadcast = defineAction({
  name: "createBroadcast",
  label: "Write a broadcast",
  description: "Writes an e-mail to all contacts of a segment; it goes out when it is sent.",
  input: z.strictObject({
    segment_id: segmentId,
    from: emailFields.from,
    subject: emailFields.subject,
    name: z.string().optional().meta({ label: "Name", help: "For yourself.", example: "News of May" }),
    html: emailFields.html,
    text: emailFields.text,
    preview_text: z.string().optional().meta({ label: "Preview", help: "Shown after the subject.", example: "What is new" }),
    reply_to: z
      .array(z.string())
      .optional()
      .meta({ label: "Reply to", example: ["help@example.com"] }),
  }),
  output: z.object({ id: z.string() }),
});
