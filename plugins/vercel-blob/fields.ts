import { z } from "zod";

/** The path of a blob in its store. */
export const pathname = z
  .string()
  .min(1)
  .max(950)
  .refine((path) => !path.includes("//"), "Must not hold two slashes in a row.");

const access = z.enum(["public", "private"]);

/** How a blob is kept. */
export const keepFields = {
  access: access
    .optional()
    .meta({ label: "Who may read it", help: "Anybody with its address, or who has the token.", default: "public", example: "public" }),
  contentType: z.string().optional().meta({ label: "Content type", help: "Default by the ending of the path.", example: "text/plain" }),
  addRandomSuffix: z
    .boolean()
    .optional()
    .meta({ label: "Add a random suffix", help: "So that nobody can guess the address.", default: false, example: true }),
  allowOverwrite: z.boolean().optional().meta({ label: "Replace what is there", default: false, example: true }),
  cacheControlMaxAge: z
    .int()
    .min(60)
    .optional()
    .meta({ label: "Cached for", help: "Seconds, at least 60. Default a month.", example: 3_600 }),
};

/** A blob that is there already. */
export const existing = z
  .string()
  .min(1)
  .meta({ label: "Blob", help: "Its address or its path.", example: "https://contract.public.blob.vercel-storage.com/invoices/1.txt" });

/** What a change gives. */
export const written = z.object({
  url: z.string().meta({ label: "Address" }),
  downloadUrl: z.string().meta({ label: "Address for downloading" }),
  pathname: z.string().meta({ label: "Path" }),
  contentType: z.string().meta({ label: "Content type" }),
  contentDisposition: z.string(),
  etag: z.string().nullish(),
});
