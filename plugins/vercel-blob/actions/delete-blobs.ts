import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Deletes files. */
export const deleteBlobs = defineAction({
  name: "deleteBlobs",
  label: "Delete files",
  description: "Deletes one or more stored files; those that are not there are passed over.",
  input: z.strictObject({
    urls: z
      .array(z.string().min(1))
      .min(1)
      .max(1_000)
      .meta({
        label: "Files",
        help: "Their addresses or paths.",
        example: ["https://contract.public.blob.vercel-storage.com/invoices/1.txt"],
      }),
  }),
  output: z.object({ deleted: z.literal(true).meta({ label: "Deleted" }) }),
});
