import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { from, limit, message, to } from "../fields.ts";

/** Lists the messages that were sent and received, the newest first. */
export const listMessages = defineAction({
  name: "listMessages",
  label: "List messages",
  description: "Lists the messages that were sent and received, the newest first.",
  input: z.strictObject({
    To: to.optional().meta({ label: "To", example: "+15558675310" }),
    From: from.optional().meta({ label: "From", example: "+15017122661" }),
    DateSentAfter: z.string().optional().meta({ label: "Sent from", help: "An ISO 8601 time.", example: "2030-01-01T00:00:00Z" }),
    DateSentBefore: z.string().optional().meta({ label: "Sent until", help: "An ISO 8601 time.", example: "2030-01-31T00:00:00Z" }),
    limit,
  }),
  output: z.object({ messages: z.array(message) }),
});
