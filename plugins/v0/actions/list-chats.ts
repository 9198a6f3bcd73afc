import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chat } from "../fields.ts";

/** Lists chats. */
export const listChats = defineAction({
  name: "listChats",
  label: "List chats",
  description: "Lists the chats of the account, the latest first.",
  input: z.strictObject({
    vercelProjectId: z.string().optional().meta({ label: "Of the Vercel project", example: "prj_1" }),
    limit: z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 50 }),
  }),
  output: z.object({ chats: z.array(chat).meta({ label: "Chats" }) }),
});
