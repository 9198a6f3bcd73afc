import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { submission } from "../fields.ts";

/** Reads one submission of a form. */
export const getSubmission = defineAction({
  name: "getSubmission",
  label: "Get a form submission",
  description: "Reads one submission of a form.",
  input: z.strictObject({
    form_submission_id: z.string().meta({ label: "Submission", help: "Its id.", example: "6321ca84df3949bfc6752327" }),
  }),
  output: submission,
});
