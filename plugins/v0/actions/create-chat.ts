import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { messageFields, privacy, replyFields } from "../fields.ts";

/** Lets v0 build something. */
export const createChat = defineAction({
  name: "createChat",
  label: "Build something",
  description: "Starts a chat in which v0 builds an app or a page as a message says. It takes minutes, in which the workflow sleeps.",
  polls: true,
  input: z.strictObject({
    ...messageFields,
    title: z.string().optional().meta({ label: "Title", example: "Parcel tracker" }),
    privacy: privacy.optional().meta({ label: "Who may see it", example: "private" }),
    metadata: z
      .record(z.string().min(1).max(40), z.string().max(500))
      .optional()
      .meta({ label: "Metadata", help: "Names and values of your own, for finding the chat again.", example: { customer: "1001" } }),
  }),
  output: z.object(replyFields),
});
