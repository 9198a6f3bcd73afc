import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, pullNumber, repository } from "../fields.ts";

/** Lists the files that a pull request changes, each with its patch. */
export const listPullRequestFiles = defineAction({
  name: "listPullRequestFiles",
  label: "List changed files",
  description: "Lists the files that a pull request changes, each with its patch.",
  input: z.strictObject({
    ...repository,
    pull_number: pullNumber,
    limit,
  }),
  output: z.object({
    files: z
      .array(
        z.object({
          sha: z.string().nullable(),
          filename: z.string(),
          status: z.string(),
          additions: z.number(),
          deletions: z.number(),
          changes: z.number(),
          patch: z.string().optional().meta({ help: "Missing for binary and very large files." }),
          previous_filename: z.string().optional(),
          blob_url: z.string(),
          raw_url: z.string(),
        }),
      )
      .meta({ label: "Files" }),
  }),
});
