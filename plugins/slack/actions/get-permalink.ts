import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, timestamp } from "../fields.ts";

/** Gets the address under which people can open a message. */
export const getPermalink = defineAction({
  name: "getPermalink",
  label: "Get the link of a message",
  description: "Gets the address under which people can open a message.",
  input: z.strictObject({
    channel,
    message_ts: timestamp,
  }),
  output: z.object({ channel: z.string(), permalink: z.string() }),
});
