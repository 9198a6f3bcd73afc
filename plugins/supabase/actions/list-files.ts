import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { bucket, fileEntry, limit } from "../fields.ts";

/** Lists the files and folders in a folder of a bucket. */
export const listFiles = defineAction({
  name: "listFiles",
  label: "List files",
  description: "Lists the files and folders in a folder of a bucket.",
  input: z.strictObject({
    bucket,
    prefix: z.string().optional().meta({ label: "Folder", help: "The top of the bucket when left out.", example: "folder" }),
    search: z.string().optional().meta({ label: "With", help: "A part of the name.", example: "cat" }),
    limit,
  }),
  output: z.object({ files: z.array(fileEntry).meta({ label: "Files" }) }),
});
