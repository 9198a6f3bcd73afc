import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { appearance, channel, content, timestamp } from "../fields.ts";

/** Sends a message at a later time, at most 120 days ahead. */
export const scheduleMessage = defineAction({
  name: "scheduleMessage",
  label: "Schedule a message",
  description: "Sends a message at a later time, at most 120 days ahead.",
  input: z.strictObject({
    channel,
    post_at: z.int().meta({ label: "Send at", help: "Seconds since 1970.", example: 1893456000 }),
    ...content,
    thread_ts: timestamp.optional().meta({ label: "In the thread of", example: "1503435956.000247" }),
    unfurl_links: appearance.unfurl_links,
    unfurl_media: appearance.unfurl_media,
  }),
  output: z.object({ channel: z.string(), scheduled_message_id: z.string(), post_at: z.union([z.number(), z.string()]) }),
});
