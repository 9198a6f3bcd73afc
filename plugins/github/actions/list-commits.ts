import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { account, limit, repository } from "../fields.ts";

/** Lists the commits of a branch, newest first. */
export const listCommits = defineAction({
  name: "listCommits",
  label: "List commits",
  description: "Lists the commits of a branch, newest first.",
  input: z.strictObject({
    ...repository,
    sha: z.string().optional().meta({ label: "Branch or commit", help: "The default branch when left out.", example: "main" }),
    path: z.string().optional().meta({ label: "Only of this file", example: "docs/guide.md" }),
    author: z.string().optional().meta({ label: "By", help: "A login name or an e-mail address.", example: "octocat" }),
    since: z.string().optional().meta({ label: "Since", help: "An ISO 8601 time.", example: "2026-01-01T00:00:00Z" }),
    until: z.string().optional().meta({ label: "Until", help: "An ISO 8601 time.", example: "2026-02-01T00:00:00Z" }),
    limit,
  }),
  output: z.object({
    commits: z
      .array(
        z.object({
          sha: z.string(),
          html_url: z.string(),
          commit: z.object({
            message: z.string(),
            author: z.object({ name: z.string().optional(), email: z.string().optional(), date: z.string().optional() }).nullable(),
          }),
          author: account.nullable(),
        }),
      )
      .meta({ label: "Commits" }),
  }),
});
