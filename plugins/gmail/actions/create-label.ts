import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Makes a label. */
export const createLabel = defineAction({
  name: "createLabel",
  label: "Create a label",
  description: "Makes a label for the account; a slash in its name puts it below another one.",
  input: z.strictObject({ name: z.string().min(1).max(225).meta({ label: "Name", example: "Orders/Paid" }) }),
  output: z.object({ id: z.string().meta({ label: "Label id" }), name: z.string().meta({ label: "Name" }) }),
});
