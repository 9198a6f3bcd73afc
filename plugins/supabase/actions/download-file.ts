import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { bucket, file } from "../fields.ts";

/** Reads a file of a bucket, up to 50 MB. */
export const downloadFile = defineAction({
  name: "downloadFile",
  label: "Download a file",
  description: "Reads a file of a bucket, up to 50 MB.",
  input: z.strictObject({
    bucket,
    path: file,
  }),
  output: z.object({ content: z.string().meta({ label: "Content", help: "As base64." }), contentType: z.string() }),
});
