import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { bucket, file } from "../fields.ts";

/** Puts a file into a bucket. */
export const uploadFile = defineAction({
  name: "uploadFile",
  label: "Upload a file",
  description: "Puts a file into a bucket.",
  input: z.strictObject({
    bucket,
    path: file,
    content: z.string().meta({ label: "Content", help: "As base64.", example: "aGVsbG8=" }),
    contentType: z.string().optional().meta({ label: "Type", default: "application/octet-stream", example: "image/png" }),
    upsert: z.boolean().optional().meta({ label: "Replace one that is there", default: false, example: true }),
  }),
  output: z.object({ Id: z.string().optional(), Key: z.string().meta({ label: "Bucket and path" }) }),
});
