import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { pullNumber, repository } from "../fields.ts";

/** Merges a pull request into its base branch. */
export const mergePullRequest = defineAction({
  name: "mergePullRequest",
  label: "Merge a pull request",
  description: "Merges a pull request into its base branch.",
  input: z.strictObject({
    ...repository,
    pull_number: pullNumber,
    merge_method: z.enum(["merge", "squash", "rebase"]).optional().meta({ label: "How", default: "merge", example: "squash" }),
    commit_title: z.string().optional().meta({ label: "Commit title", example: "Add the feature" }),
    commit_message: z.string().optional().meta({ label: "Commit message", multiline: true, example: "It was missing." }),
    sha: z.string().optional().meta({
      label: "Only at this commit",
      help: "Refused when the branch has moved on.",
      example: "6dcb09b5b57875f334f61aebed695e2e4193db5e",
    }),
  }),
  output: z.object({ sha: z.string(), merged: z.boolean(), message: z.string() }),
});
