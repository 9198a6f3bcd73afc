import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, messageId } from "../fields.ts";

/** Lists the attachments of an e-mail, without their content. */
export const listAttachments = defineAction({
  name: "listAttachments",
  label: "List attachments",
  description: "Lists the attachments of an e-mail, without their content.",
  input: z.strictObject({
    messageId,
    limit,
  }),
  output: z.object({
    attachments: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullish(),
        contentType: z.string().nullish(),
        size: z.number().nullish(),
        isInline: z.boolean().nullish(),
      }),
    ),
  }),
});
