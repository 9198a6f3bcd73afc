import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { direction, limit, pullRequest, repository, state } from "../fields.ts";

/** Lists the pull requests of a repository, newest first. */
export const listPullRequests = defineAction({
  name: "listPullRequests",
  label: "List pull requests",
  description: "Lists the pull requests of a repository, newest first.",
  input: z.strictObject({
    ...repository,
    state,
    head: z.string().optional().meta({ label: "From branch", help: "With its owner: octocat:new-topic.", example: "octocat:new-topic" }),
    base: z.string().optional().meta({ label: "Into branch", example: "main" }),
    sort: z
      .enum(["created", "updated", "popularity", "long-running"])
      .optional()
      .meta({ label: "Sort by", default: "created", example: "updated" }),
    direction,
    limit,
  }),
  output: z.object({ pull_requests: z.array(pullRequest).meta({ label: "Pull requests" }) }),
});
