import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file, fileId } from "../fields.ts";

/** Reads about a file. */
export const getFile = defineAction({
  name: "getFile",
  label: "Get a file's details",
  description: "Reads the name, type, size, folder and addresses of a file or folder.",
  input: z.strictObject({ fileId }),
  output: file,
});
