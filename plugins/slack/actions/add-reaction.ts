import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, done, timestamp } from "../fields.ts";

/** Puts an emoji on a message. */
export const addReaction = defineAction({
  name: "addReaction",
  label: "Add a reaction",
  description: "Puts an emoji on a message.",
  input: z.strictObject({
    channel,
    timestamp,
    name: z.string().meta({ label: "Emoji", help: "Its name, without colons.", example: "thumbsup" }),
  }),
  output: done,
});
