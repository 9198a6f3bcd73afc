import { z } from "zod";

/** Where an object lies. */
export const objectFields = {
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is not a bucket's name")
    .meta({ label: "Bucket", example: "invoices" }),
  key: z.string().min(1).max(1_024).meta({ label: "Key", help: "The name of the object, with its folders.", example: "2030/a b+ü.txt" }),
};
