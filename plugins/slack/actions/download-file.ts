import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file } from "../fields.ts";

/** Gets the content of a file that the app can see; at most 20 MB. */
export const downloadFile = defineAction({
  name: "downloadFile",
  label: "Download a file",
  description: "Gets the content of a file that the app can see; at most 20 MB.",
  input: z.strictObject({
    file: z.string().meta({ label: "File id", example: "F0S43PZDF" }),
  }),
  output: file.extend({ content: z.string().meta({ label: "Content", help: "Base64." }) }),
});
