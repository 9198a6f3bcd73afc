import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, done } from "../fields.ts";

/** Closes a channel; its messages can still be read. */
export const archiveChannel = defineAction({
  name: "archiveChannel",
  label: "Archive a channel",
  description: "Closes a channel; its messages can still be read.",
  input: z.strictObject({
    channel,
  }),
  output: done,
});
