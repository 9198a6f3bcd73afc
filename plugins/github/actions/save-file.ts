import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { branchName, commitMessage, fileCommit, filePath, repository } from "../fields.ts";

/** Writes a file of a repository with a commit, whether it is new or there already. */
export const saveFile = defineAction({
  name: "saveFile",
  label: "Save a file",
  description: "Writes a file of a repository with a commit, whether it is new or there already.",
  input: z.strictObject({
    ...repository,
    path: filePath,
    content: z.string().meta({ label: "Content", multiline: true, example: "# Hello\n" }),
    encoding: z.enum(["text", "base64"]).optional().meta({ label: "The content is", default: "text", example: "text" }),
    message: commitMessage,
    branch: branchName.optional().meta({ label: "Branch", help: "The default branch when left out.", example: "main" }),
    sha: z.string().optional().meta({
      label: "Replaces",
      help: "The sha of the file as you know it: refused when it has changed since. Looked up when left out.",
      example: "95b966ae1c166bd92f8ae7d1c313e738c731dfc3",
    }),
  }),
  output: fileCommit,
});
