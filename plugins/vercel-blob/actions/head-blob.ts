import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { existing } from "../fields.ts";

/** Tells about a file. */
export const headBlob = defineAction({
  name: "headBlob",
  label: "Look up a file",
  description: "Gives the size, type and time of a stored file, without its content.",
  input: z.strictObject({ urlOrPathname: existing }),
  output: z.object({
    url: z.string().meta({ label: "Address" }),
    downloadUrl: z.string().meta({ label: "Address for downloading" }),
    pathname: z.string().meta({ label: "Path" }),
    size: z.number().meta({ label: "Bytes" }),
    contentType: z.string().meta({ label: "Content type" }),
    contentDisposition: z.string(),
    cacheControl: z.string(),
    uploadedAt: z.string().meta({ label: "Stored at" }),
    etag: z.string().nullish(),
  }),
});
