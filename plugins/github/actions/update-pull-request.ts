import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { markdown, pullNumber, pullRequestDetails, repository } from "../fields.ts";

/** Changes the title, text, target or state of a pull request. */
export const updatePullRequest = defineAction({
  name: "updatePullRequest",
  label: "Update a pull request",
  description: "Changes the title, text, target or state of a pull request.",
  input: z.strictObject({
    ...repository,
    pull_number: pullNumber,
    title: z.string().min(1).optional().meta({ label: "Title", example: "Amazing new feature" }),
    body: markdown,
    state: z.enum(["open", "closed"]).optional().meta({ label: "State", example: "closed" }),
    base: z.string().optional().meta({ label: "Into branch", example: "main" }),
  }),
  output: pullRequestDetails,
});
