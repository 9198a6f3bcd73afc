import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId } from "../fields.ts";

/** Reads what has been built. */
export const getFiles = defineAction({
  name: "getFiles",
  label: "Read the files of a chat",
  description: "Gives the source files that v0 has written in a chat.",
  input: z.strictObject({ chatId }),
  output: z.object({
    files: z.array(z.object({ path: z.string(), content: z.string(), encoding: z.enum(["utf8", "base64"]) })).meta({ label: "Files" }),
  }),
});
