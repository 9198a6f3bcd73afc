import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issueNumber, label, labelNames, repository } from "../fields.ts";

/** Adds labels to an issue or a pull request; those it has stay. */
export const addLabels = defineAction({
  name: "addLabels",
  label: "Add labels",
  description: "Adds labels to an issue or a pull request; those it has stay.",
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    labels: labelNames.min(1).meta({ label: "Labels", example: ["bug"] }),
  }),
  output: z.object({ labels: z.array(label).meta({ label: "Labels it has now" }) }),
});
