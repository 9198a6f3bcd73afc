import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { pullNumber, pullRequestDetails, repository } from "../fields.ts";

/** Reads one pull request, with whether it can be merged. */
export const getPullRequest = defineAction({
  name: "getPullRequest",
  label: "Get a pull request",
  description: "Reads one pull request, with whether it can be merged.",
  input: z.strictObject({
    ...repository,
    pull_number: pullNumber,
  }),
  output: pullRequestDetails,
});
