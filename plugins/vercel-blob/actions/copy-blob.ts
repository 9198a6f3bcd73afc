import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { existing, keepFields, pathname, written } from "../fields.ts";

/** Copies a file. */
export const copyBlob = defineAction({
  name: "copyBlob",
  label: "Copy a file",
  description: "Copies a stored file to another path of the store.",
  input: z.strictObject({
    fromUrlOrPathname: existing,
    toPathname: pathname.meta({ label: "New path", example: "archive/1.txt" }),
    ...keepFields,
  }),
  output: written,
});
