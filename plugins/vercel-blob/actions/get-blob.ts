import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { existing } from "../fields.ts";

/** Reads a file. */
export const getBlob = defineAction({
  name: "getBlob",
  label: "Read a file",
  description: "Reads a stored file of up to 15 MB as text or base64, private ones too.",
  input: z.strictObject({
    urlOrPathname: existing,
    access: z
      .enum(["public", "private"])
      .optional()
      .meta({ label: "Who may read it", help: "Needed with a path, not with an address.", default: "public", example: "public" }),
    encoding: z.enum(["text", "base64"]).optional().meta({ label: "Give it as", default: "text", example: "base64" }),
  }),
  output: z.object({
    content: z.string().meta({ label: "Content" }),
    contentType: z.string().nullable().meta({ label: "Content type" }),
    url: z.string().meta({ label: "Address" }),
    etag: z.string().nullable(),
  }),
});
