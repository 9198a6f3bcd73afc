import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { branchName, commitMessage, fileCommit, filePath, repository } from "../fields.ts";

/** Removes a file of a repository with a commit. */
export const deleteFile = defineAction({
  name: "deleteFile",
  label: "Delete a file",
  description: "Removes a file of a repository with a commit.",
  input: z.strictObject({
    ...repository,
    path: filePath,
    message: commitMessage.meta({ label: "Commit message", example: "Remove the guide" }),
    branch: branchName.optional().meta({ label: "Branch", help: "The default branch when left out.", example: "main" }),
    sha: z.string().optional().meta({
      label: "Its sha",
      help: "Refused when the file has changed since. Looked up when left out.",
      example: "95b966ae1c166bd92f8ae7d1c313e738c731dfc3",
    }),
  }),
  output: z.object({ commit: fileCommit.shape.commit }),
});
