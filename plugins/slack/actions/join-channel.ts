import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, conversation } from "../fields.ts";

/** Makes the app a member of a public channel. */
export const joinChannel = defineAction({
  name: "joinChannel",
  label: "Join a channel",
  description: "Makes the app a member of a public channel.",
  input: z.strictObject({
    channel,
  }),
  output: conversation,
});
