import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, submission } from "../fields.ts";

/** Lists what people have sent with a form. */
export const listSubmissions = defineAction({
  name: "listSubmissions",
  label: "List form submissions",
  description: "Lists what people have sent with a form.",
  input: z.strictObject({
    form_id: z.string().meta({ label: "Form", help: "Its id.", example: "589a331aa51e760df7ccb89d" }),
    limit,
  }),
  output: z.object({ formSubmissions: z.array(submission).meta({ label: "Submissions" }) }),
});
