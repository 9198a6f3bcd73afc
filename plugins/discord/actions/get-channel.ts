import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, channelId } from "../fields.ts";

/** Gets a channel or a thread: its name, topic and category. */
export const getChannel = defineAction({
  name: "getChannel",
  label: "Get a channel",
  description: "Gets a channel or a thread: its name, topic and category.",
  input: z.strictObject({
    channel_id: channelId,
  }),
  output: channel,
});
