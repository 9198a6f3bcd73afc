import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the servers the bot is in. */
export const listGuilds = defineAction({
  name: "listGuilds",
  label: "List servers",
  description: "Lists the servers the bot is in.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ guilds: z.array(z.object({ id: z.string(), name: z.string(), owner: z.boolean().optional() })) }),
});
