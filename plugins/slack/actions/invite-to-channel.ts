import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, conversation } from "../fields.ts";

/** Makes people members of a channel. */
export const inviteToChannel = defineAction({
  name: "inviteToChannel",
  label: "Invite people to a channel",
  description: "Makes people members of a channel.",
  input: z.strictObject({
    channel,
    users: z
      .array(z.string())
      .min(1)
      .max(1000)
      .meta({ label: "People", help: "The ids of users.", example: ["U061F7AUR", "U0G9QF9C6"] }),
  }),
  output: conversation,
});
