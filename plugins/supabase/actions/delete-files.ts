import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { bucket, fileEntry } from "../fields.ts";

/** Deletes files of a bucket for good. */
export const deleteFiles = defineAction({
  name: "deleteFiles",
  label: "Delete files",
  description: "Deletes files of a bucket for good.",
  input: z.strictObject({
    bucket,
    prefixes: z
      .array(z.string())
      .min(1)
      .max(1_000)
      .meta({ label: "Paths", help: "In the bucket.", example: ["folder/cat.png"] }),
  }),
  output: z.object({ files: z.array(fileEntry).meta({ label: "Deleted" }) }),
});
