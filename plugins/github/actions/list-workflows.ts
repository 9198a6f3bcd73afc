import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, repository } from "../fields.ts";

/** Lists the GitHub Actions workflows of a repository. */
export const listWorkflows = defineAction({
  name: "listWorkflows",
  label: "List workflows",
  description: "Lists the GitHub Actions workflows of a repository.",
  input: z.strictObject({
    ...repository,
    limit,
  }),
  output: z.object({
    workflows: z
      .array(z.object({ id: z.number(), name: z.string(), path: z.string(), state: z.string(), html_url: z.string() }))
      .meta({ label: "Workflows" }),
  }),
});
