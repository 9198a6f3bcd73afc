import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { messageId } from "../fields.ts";

/** Gets the content of a file that is attached to an e-mail. */
export const getAttachment = defineAction({
  name: "getAttachment",
  label: "Get an attachment",
  description: "Gets the content of a file that is attached to an e-mail.",
  input: z.strictObject({
    messageId,
    attachmentId: z.string().meta({ label: "Attachment id", example: "AAMkAttachment=" }),
  }),
  output: z.object({
    id: z.string(),
    name: z.string().nullish(),
    contentType: z.string().nullish(),
    size: z.number().nullish(),
    contentBytes: z.string().nullish().meta({ help: "Base64; none when an e-mail or a link is attached." }),
  }),
});
