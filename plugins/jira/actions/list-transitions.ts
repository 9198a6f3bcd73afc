import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issueIdOrKey, transition } from "../fields.ts";

/** Lists where an issue can go from its present status. */
export const listTransitions = defineAction({
  name: "listTransitions",
  label: "List transitions",
  description: "Lists where an issue can go from its present status.",
  input: z.strictObject({
    issueIdOrKey,
  }),
  output: z.object({ transitions: z.array(transition).meta({ label: "Transitions" }) }),
});
