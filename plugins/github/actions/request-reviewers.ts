import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { pullNumber, pullRequest, repository } from "../fields.ts";

/** Asks people or teams to review a pull request. */
export const requestReviewers = defineAction({
  name: "requestReviewers",
  label: "Ask for a review",
  description: "Asks people or teams to review a pull request.",
  input: z.strictObject({
    ...repository,
    pull_number: pullNumber,
    reviewers: z
      .array(z.string())
      .optional()
      .meta({ label: "People", help: "Login names.", example: ["octocat"] }),
    team_reviewers: z
      .array(z.string())
      .optional()
      .meta({ label: "Teams", help: "Their slugs.", example: ["justice-league"] }),
  }),
  output: pullRequest,
});
