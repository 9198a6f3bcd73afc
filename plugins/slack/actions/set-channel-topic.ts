import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, done } from "../fields.ts";

/** Changes what stands at the top of a channel. */
export const setChannelTopic = defineAction({
  name: "setChannelTopic",
  label: "Set the topic of a channel",
  description: "Changes what stands at the top of a channel.",
  input: z.strictObject({
    channel,
    topic: z.string().max(250).meta({ label: "Topic", example: "Orders of today" }),
  }),
  output: done,
});
