import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { label, limit, repository } from "../fields.ts";

/** Lists the labels that a repository has. */
export const listLabels = defineAction({
  name: "listLabels",
  label: "List labels",
  description: "Lists the labels that a repository has.",
  input: z.strictObject({
    ...repository,
    limit,
  }),
  output: z.object({ labels: z.array(label).meta({ label: "Labels" }) }),
});
