import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { release, repository } from "../fields.ts";

/** Publishes a release of a tag, which is made when it is not there. */
export const createRelease = defineAction({
  name: "createRelease",
  label: "Create a release",
  description: "Publishes a release of a tag, which is made when it is not there.",
  input: z.strictObject({
    ...repository,
    tag_name: z.string().meta({ label: "Tag", example: "v1.0.0" }),
    target_commitish: z
      .string()
      .optional()
      .meta({ label: "Branch or commit", help: "What a new tag is made of; the default branch when left out.", example: "main" }),
    name: z.string().optional().meta({ label: "Title", example: "v1.0.0" }),
    body: z.string().optional().meta({ label: "Notes", code: "markdown", multiline: true, example: "Description of the release" }),
    draft: z.boolean().optional().meta({ label: "As a draft", example: false }),
    prerelease: z.boolean().optional().meta({ label: "Pre-release", example: false }),
    generate_release_notes: z.boolean().optional().meta({ label: "Write notes from the changes", example: true }),
    make_latest: z.enum(["true", "false", "legacy"]).optional().meta({ label: "Mark as latest", default: "true", example: "true" }),
  }),
  output: release,
});
