import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { message, messageId } from "../fields.ts";

/** Reads an e-mail. */
export const getMessage = defineAction({
  name: "getMessage",
  label: "Get an e-mail",
  description: "Reads an e-mail: its text, its HTML and a list of its attachments.",
  input: z.strictObject({ id: messageId }),
  output: message,
});
