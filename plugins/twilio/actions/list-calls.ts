import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { call, from, limit, to } from "../fields.ts";

/** Lists the calls that were made and received, the newest first. */
export const listCalls = defineAction({
  name: "listCalls",
  label: "List calls",
  description: "Lists the calls that were made and received, the newest first.",
  input: z.strictObject({
    To: to.optional().meta({ label: "To", example: "+15558675310" }),
    From: from.optional().meta({ label: "From", example: "+15017122661" }),
    Status: z
      .enum(["queued", "ringing", "in-progress", "canceled", "completed", "failed", "busy", "no-answer"])
      .optional()
      .meta({ label: "Status", example: "completed" }),
    limit,
  }),
  output: z.object({ calls: z.array(call) }),
});
