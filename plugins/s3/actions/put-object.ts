import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectFields } from "../fields.ts";

/** Writes an object. */
export const putObject = defineAction({
  name: "putObject",
  label: "Write an object",
  description: "Writes an object into a bucket, in place of one of the same key.",
  input: z.strictObject({
    ...objectFields,
    content: z.string().meta({ label: "Content", multiline: true, example: "Dear Ada" }),
    encoding: z.enum(["text", "base64"]).optional().meta({ label: "Given as", default: "text" }),
    contentType: z.string().optional().meta({ label: "Content type", default: "application/octet-stream", example: "text/plain" }),
    cacheControl: z.string().optional().meta({ label: "Cache control", example: "max-age=60" }),
    metadata: z
      .record(z.string().regex(/^[\w-]+$/), z.string())
      .optional()
      .meta({ label: "Metadata", example: { order: "1001" } }),
  }),
  output: z.object({
    bucket: z.string(),
    key: z.string(),
    etag: z.string().meta({ help: "Names this content." }),
    url: z.string().meta({ help: "Where it lies; who may read it is up to the bucket." }),
  }),
});
