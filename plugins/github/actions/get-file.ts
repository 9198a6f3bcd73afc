import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { filePath, repository } from "../fields.ts";

/** Reads a file of a repository, as text and as base64. */
export const getFile = defineAction({
  name: "getFile",
  label: "Get a file",
  description: "Reads a file of a repository, as text and as base64.",
  input: z.strictObject({
    ...repository,
    path: filePath,
    ref: z.string().optional().meta({ label: "Branch, tag or commit", help: "The default branch when left out.", example: "main" }),
  }),
  output: z.object({
    name: z.string(),
    path: z.string(),
    sha: z.string(),
    size: z.number(),
    html_url: z.string().nullable(),
    download_url: z.string().nullable(),
    content: z.string().meta({ label: "Content", help: "As base64." }),
    text: z.string().meta({ label: "Text", help: "The content read as UTF-8." }),
  }),
});
