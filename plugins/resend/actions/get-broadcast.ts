import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { broadcast, broadcastId } from "../fields.ts";

/** Gets a broadcast and whether it has been sent. */
export const getBroadcast = defineAction({
  name: "getBroadcast",
  label: "Get a broadcast",
  description: "Gets a broadcast and whether it has been sent.",
  input: z.strictObject({
    id: broadcastId,
  }),
  output: broadcast.extend({
    from: z.string().nullish(),
    subject: z.string().nullish(),
    html: z.string().nullish(),
    text: z.string().nullish(),
  }),
});
