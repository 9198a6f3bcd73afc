import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chat } from "../fields.ts";

/** Opens a chat with people of the organization; with one person it is the chat that exists already. */
export const createChat = defineAction({
  name: "createChat",
  label: "Open a chat",
  description: "Opens a chat with people of the organization; with one person it is the chat that exists already.",
  input: z.strictObject({
    users: z
      .array(z.string())
      .min(1)
      .max(100)
      .meta({
        label: "People",
        help: "Their ids or e-mail addresses, without yourself.",
        example: ["ada@contoso.com", "grace@contoso.com"],
      }),
    topic: z.string().optional().meta({ label: "Title", help: "Of a chat with several people.", example: "Order 1001" }),
  }),
  output: chat,
});
