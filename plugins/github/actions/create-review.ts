import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { account, pullNumber, repository } from "../fields.ts";

/** Approves a pull request, asks for changes, or comments on it. */
export const createReview = defineAction({
  name: "createReview",
  label: "Review a pull request",
  description: "Approves a pull request, asks for changes, or comments on it.",
  input: z.strictObject({
    ...repository,
    pull_number: pullNumber,
    event: z.enum(["APPROVE", "REQUEST_CHANGES", "COMMENT"]).meta({ label: "Verdict", example: "REQUEST_CHANGES" }),
    body: z
      .string()
      .optional()
      .meta({ label: "Text", help: "Needed unless you approve.", code: "markdown", multiline: true, example: "Please add a test." }),
    commit_id: z
      .string()
      .optional()
      .meta({ label: "Commit", help: "The newest when left out.", example: "6dcb09b5b57875f334f61aebed695e2e4193db5e" }),
  }),
  output: z.object({
    id: z.number(),
    state: z.string(),
    body: z.string(),
    html_url: z.string(),
    user: account.nullable(),
    submitted_at: z.string().optional(),
  }),

  examples: [
    { owner: "octocat", repo: "hello-world", pull_number: 12, event: "APPROVE" },
    {
      owner: "octocat",
      repo: "hello-world",
      pull_number: 12,
      event: "REQUEST_CHANGES",
      body: "Please add a test.",
      commit_id: "6dcb09b5b57875f334f61aebed695e2e4193db5e",
    },
  ],
});
