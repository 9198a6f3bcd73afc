import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { update } from "../fields.ts";

/** Gets what has happened since the last update that was confirmed. */
export const getUpdates = defineAction({
  name: "getUpdates",
  label: "Get updates",
  description: "Gets what has happened since the last update that was confirmed. Not possible while a webhook is set.",
  input: z.strictObject({
    offset: z
      .int()
      .optional()
      .meta({ label: "From update", help: "One more than the last update_id, which confirms all before it.", example: 734250 }),
    limit: z.int().min(1).max(100).optional().meta({ label: "At most", default: 100, example: 10 }),
    timeout: z
      .int()
      .min(0)
      .max(50)
      .optional()
      .meta({ label: "Wait for seconds", help: "How long to wait when there is nothing new.", default: 0, example: 20 }),
    allowed_updates: z
      .array(z.string())
      .optional()
      .meta({ label: "Only these kinds", example: ["message", "callback_query"] }),
  }),
  output: z.object({ updates: z.array(update) }),
});
