import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Gets the content of a file that was sent to the bot, by its file id; at most 20 MB. */
export const downloadFile = defineAction({
  name: "downloadFile",
  label: "Download a file",
  description: "Gets the content of a file that was sent to the bot, by its file id; at most 20 MB.",
  input: z.strictObject({
    file_id: z.string().meta({ label: "File id", example: "BQACAgIAAxkBAAIBcWVmZ2hpams" }),
  }),
  output: z.object({
    file_id: z.string(),
    file_path: z.string(),
    file_name: z.string(),
    file_size: z.number(),
    content: z.string().meta({ label: "Content", help: "Base64." }),
  }),
});
