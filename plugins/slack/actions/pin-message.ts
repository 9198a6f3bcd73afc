import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, done, timestamp } from "../fields.ts";

/** Pins a message to its channel. */
export const pinMessage = defineAction({
  name: "pinMessage",
  label: "Pin a message",
  description: "Pins a message to its channel.",
  input: z.strictObject({
    channel,
    timestamp,
  }),
  output: done,
});
