import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { branchName, markdown, pullRequestDetails, repository } from "../fields.ts";

/** Proposes to merge one branch into another. */
export const createPullRequest = defineAction({
  name: "createPullRequest",
  label: "Create a pull request",
  description: "Proposes to merge one branch into another.",
  input: z.strictObject({
    ...repository,
    title: z.string().min(1).meta({ label: "Title", example: "Amazing new feature" }),
    head: z
      .string()
      .meta({ label: "From branch", help: "With its owner in front when it is in a fork: octocat:new-topic.", example: "new-topic" }),
    base: branchName.meta({
      label: "Into branch",
      example: "main",
      options: { action: "listBranches", list: "branches", value: "name", label: "name" },
    }),
    body: markdown,
    draft: z.boolean().optional().meta({ label: "As a draft", example: true }),
    maintainer_can_modify: z.boolean().optional().meta({ label: "Maintainers may change it", example: true }),
  }),
  output: pullRequestDetails,
});
