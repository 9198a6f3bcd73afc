import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issueNumber, label, repository } from "../fields.ts";

/** Takes a label off an issue or a pull request. */
export const removeLabel = defineAction({
  name: "removeLabel",
  label: "Remove a label",
  description: "Takes a label off an issue or a pull request.",
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    name: z.string().meta({ label: "Label", example: "bug" }),
  }),
  output: z.object({ labels: z.array(label).meta({ label: "Labels it has left" }) }),
});
