import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Saves files as a gist, secret unless you say otherwise. */
export const createGist = defineAction({
  name: "createGist",
  label: "Create a gist",
  description: "Saves files as a gist, secret unless you say otherwise.",
  input: z.strictObject({
    description: z.string().optional().meta({ label: "Description", example: "Hello World Examples" }),
    files: z
      .record(z.string(), z.strictObject({ content: z.string() }))
      .meta({ label: "Files", help: "By their names.", example: { "hello.rb": { content: "puts 1" } } }),
    public: z.boolean().optional().meta({ label: "Public", default: false, example: true }),
  }),
  output: z.object({
    id: z.string(),
    html_url: z.string(),
    public: z.boolean(),
    description: z.string().nullable(),
    created_at: z.string(),
  }),
});
