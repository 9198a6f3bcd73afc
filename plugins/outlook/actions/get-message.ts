import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { message, messageId, readAs } from "../fields.ts";

/** Gets an e-mail with its body. */
export const getMessage = defineAction({
  name: "getMessage",
  label: "Get an e-mail",
  description: "Gets an e-mail with its body.",
  input: z.strictObject({
    messageId,
    contentType: readAs,
  }),
  output: message,
});
