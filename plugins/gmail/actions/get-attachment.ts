import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { messageId } from "../fields.ts";

/** Reads an attachment. */
export const getAttachment = defineAction({
  name: "getAttachment",
  label: "Get an attachment",
  description: "Reads an attachment of an e-mail as base64.",
  input: z.strictObject({
    messageId,
    id: z.string().min(1).meta({ label: "Attachment id", help: "From the message's list of attachments.", example: "ANGjdJ8wpqT" }),
  }),
  output: z.object({ content: z.string().meta({ label: "Content", help: "As base64." }), size: z.int().meta({ label: "Bytes" }) }),
});
