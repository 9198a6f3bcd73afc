import { z } from "zod";

export const fileId = z
  .string()
  .min(1)
  .meta({ label: "File", help: "Its address, or the id in it.", example: "1dyUEebJaFnWa3Z4n0BFMVAXQ7mfUH11g" });

export const folderId = z
  .string()
  .min(1)
  .optional()
  .meta({ label: "Folder", help: "Its address, or the id in it; otherwise My Drive.", example: "0BwwA4oUTeiV1TGRPeTVjaWRDY1E" });

/** What a file can be made of: one of the two. */
export const content = {
  content: z.string().optional().meta({ label: "Content", help: "As base64.", example: "aGVsbG8=" }),
  text: z.string().optional().meta({ label: "Text", help: "In place of base64.", multiline: true }),
};

/** A file or folder as most actions give it. */
export const file = z.object({
  id: z.string().meta({ label: "File id" }),
  name: z.string().meta({ label: "Name" }),
  mimeType: z.string().meta({ label: "Type", help: "A folder's is application/vnd.google-apps.folder." }),
  parents: z.array(z.string()).meta({ label: "Folder", help: "Its id, in a list of one." }),
  size: z.number().nullable().meta({ label: "Bytes", help: "Null for Google's own documents." }),
  description: z.string().nullable().meta({ label: "Description" }),
  createdTime: z.string().nullable().meta({ label: "Created" }),
  modifiedTime: z.string().nullable().meta({ label: "Changed" }),
  webViewLink: z.string().nullable().meta({ label: "Address" }),
  webContentLink: z.string().nullable().meta({ label: "Download", help: "Null for Google's own documents." }),
  starred: z.boolean().meta({ label: "Starred" }),
  trashed: z.boolean().meta({ label: "In the trash" }),
  owners: z.array(z.object({ emailAddress: z.string(), displayName: z.string() })).meta({ label: "Owners" }),
});
