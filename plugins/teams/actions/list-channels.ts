import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, limit, teamId } from "../fields.ts";

/** Lists the channels of a team. */
export const listChannels = defineAction({
  name: "listChannels",
  label: "List channels",
  description: "Lists the channels of a team.",
  input: z.strictObject({
    teamId,
    limit,
  }),
  output: z.object({ channels: z.array(channel) }),
});
