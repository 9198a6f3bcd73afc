import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, conversation } from "../fields.ts";

/** Gets a channel: its name, topic, purpose and number of members. */
export const getChannel = defineAction({
  name: "getChannel",
  label: "Get a channel",
  description: "Gets a channel: its name, topic, purpose and number of members.",
  input: z.strictObject({
    channel,
  }),
  output: conversation,
});
