import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file } from "../fields.ts";

/** Gets what Slack knows of a file: name, type, size and links. */
export const getFile = defineAction({
  name: "getFile",
  label: "Get a file",
  description: "Gets what Slack knows of a file: name, type, size and links.",
  input: z.strictObject({
    file: z.string().meta({ label: "File id", example: "F0S43PZDF" }),
  }),
  output: file,
});
