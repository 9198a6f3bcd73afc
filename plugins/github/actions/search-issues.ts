import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { direction, issue, limit, query } from "../fields.ts";

/** Finds issues and pull requests by GitHub's search, in all repositories the token can read. */
export const searchIssues = defineAction({
  name: "searchIssues",
  label: "Search issues and pull requests",
  description: "Finds issues and pull requests by GitHub's search, in all repositories the token can read.",
  input: z.strictObject({
    q: query.meta({
      label: "Search for",
      help: "Words and qualifiers, for example repo:octocat/hello-world is:open. It must say is:issue or is:pull-request.",
      example: "crash is:issue is:open repo:octocat/hello-world",
    }),
    sort: z
      .enum(["comments", "reactions", "interactions", "created", "updated"])
      .optional()
      .meta({ label: "Sort by", help: "The best match when left out.", example: "updated" }),
    order: direction,
    limit,
  }),
  output: z.object({ issues: z.array(issue).meta({ label: "Issues" }) }),
});
