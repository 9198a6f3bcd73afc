import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lists files. */
export const listBlobs = defineAction({
  name: "listBlobs",
  label: "List files",
  description: "Lists the stored files, or those below a path.",
  input: z.strictObject({
    prefix: z.string().optional().meta({ label: "Path begins with", example: "invoices/" }),
    mode: z.enum(["expanded", "folded"]).optional().meta({
      label: "Folders",
      help: "expanded: every file below; folded: this folder's files, and the folders in it.",
      default: "expanded",
      example: "folded",
    }),
    limit: z.int().min(1).max(100_000).optional().meta({ label: "At most", default: 100, example: 50 }),
  }),
  output: z.object({
    blobs: z
      .array(
        z.object({
          url: z.string(),
          downloadUrl: z.string(),
          pathname: z.string(),
          size: z.number(),
          uploadedAt: z.string(),
          etag: z.string().nullish(),
        }),
      )
      .meta({ label: "Files" }),
    folders: z.array(z.string()).meta({ label: "Folders" }),
  }),
});
