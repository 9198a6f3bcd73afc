import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { broadcast, limit } from "../fields.ts";

/** Lists the broadcasts of the account. */
export const listBroadcasts = defineAction({
  name: "listBroadcasts",
  label: "List broadcasts",
  description: "Lists the broadcasts of the account.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ broadcasts: z.array(broadcast) }),
});
