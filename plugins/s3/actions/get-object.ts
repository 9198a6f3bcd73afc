import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectFields } from "../fields.ts";

/** Reads an object. */
export const getObject = defineAction({
  name: "getObject",
  label: "Read an object",
  description: "Reads an object of up to 20 MB from a bucket, as text or as base64.",
  input: z.strictObject({
    ...objectFields,
    encoding: z.enum(["text", "base64"]).optional().meta({ label: "Give as", default: "text" }),
  }),
  output: z.object({
    content: z.string().meta({ label: "Content" }),
    contentType: z.string().nullable().meta({ label: "Content type" }),
    size: z.int().meta({ label: "Size", help: "In bytes." }),
    etag: z.string().nullable(),
    lastModified: z.string().nullable().meta({ help: "ISO 8601." }),
    metadata: z.record(z.string(), z.string()).meta({ label: "Metadata" }),
  }),
});
