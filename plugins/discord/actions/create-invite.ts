import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId } from "../fields.ts";

/** Makes a link with which people can join the server of a channel. */
export const createInvite = defineAction({
  name: "createInvite",
  label: "Make an invite",
  description: "Makes a link with which people can join the server of a channel.",
  input: z.strictObject({
    channel_id: channelId,
    max_age: z.int().min(0).max(604800).optional().meta({ label: "Valid for seconds", help: "0 for ever.", default: 86400, example: 3600 }),
    max_uses: z.int().min(0).max(100).optional().meta({ label: "For how many people", help: "0 for any number.", default: 0, example: 1 }),
    unique: z.boolean().optional().meta({ label: "Always a new one", default: false, example: true }),
  }),
  output: z.object({ code: z.string(), url: z.string(), expires_at: z.string().nullish() }),
});
