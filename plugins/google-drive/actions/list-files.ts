import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file, folderId } from "../fields.ts";

/** Finds files. */
export const listFiles = defineAction({
  name: "listFiles",
  label: "Find files",
  description: "Finds files and folders by name, text, folder or type, or lists what a folder holds.",
  input: z.strictObject({
    name: z.string().optional().meta({ label: "Name contains", example: "Bob's invoice" }),
    fullText: z.string().optional().meta({ label: "Text contains", example: "overdue" }),
    folderId: folderId.meta({ label: "In folder", help: "Its address, or the id in it.", example: "0BwwA4oUTeiV1TGRPeTVjaWRDY1E" }),
    mimeType: z
      .string()
      .optional()
      .meta({ label: "Type", help: "application/vnd.google-apps.folder for folders.", example: "application/pdf" }),
    q: z
      .string()
      .optional()
      .meta({ label: "Further condition", help: "In Drive's own query language.", example: "modifiedTime > '2026-01-01T00:00:00'" }),
    trashed: z.boolean().optional().meta({ label: "In the trash", default: false, example: false }),
    orderBy: z.string().optional().meta({ label: "Order", help: "For example name, or modifiedTime desc.", example: "modifiedTime desc" }),
    limit: z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 25 }),
  }),
  output: z.object({ files: z.array(file).meta({ label: "Files" }) }),
});
