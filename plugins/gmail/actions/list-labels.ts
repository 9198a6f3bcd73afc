import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lists the labels of the account. */
export const listLabels = defineAction({
  name: "listLabels",
  label: "List labels",
  description: "Lists the labels of the account, Gmail's own and the user's.",
  input: z.strictObject({}),
  output: z.object({
    labels: z
      .array(z.object({ id: z.string(), name: z.string(), type: z.string().meta({ help: "system or user." }) }))
      .meta({ label: "Labels" }),
  }),
});
