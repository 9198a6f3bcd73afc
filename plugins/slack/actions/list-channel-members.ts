import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, limit } from "../fields.ts";

/** Lists the ids of the people in a channel. */
export const listChannelMembers = defineAction({
  name: "listChannelMembers",
  label: "List the members of a channel",
  description: "Lists the ids of the people in a channel.",
  input: z.strictObject({
    channel,
    limit,
  }),
  output: z.object({ members: z.array(z.string()) }),
});
