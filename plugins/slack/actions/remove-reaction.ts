import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, done, timestamp } from "../fields.ts";

/** Takes an emoji of the app off a message. */
export const removeReaction = defineAction({
  name: "removeReaction",
  label: "Remove a reaction",
  description: "Takes an emoji of the app off a message.",
  input: z.strictObject({
    channel,
    timestamp,
    name: z.string().meta({ label: "Emoji", help: "Its name, without colons.", example: "thumbsup" }),
  }),
  output: done,
});
