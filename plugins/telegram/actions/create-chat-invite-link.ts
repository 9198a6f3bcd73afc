import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId } from "../fields.ts";

/** Makes a link with which people can join a group or channel. */
export const createChatInviteLink = defineAction({
  name: "createChatInviteLink",
  label: "Make an invite link",
  description: "Makes a link with which people can join a group or channel.",
  input: z.strictObject({
    chat_id: chatId,
    name: z.string().max(32).optional().meta({ label: "Name", example: "Spring" }),
    expire_date: z.int().optional().meta({ label: "Until", help: "Seconds since 1970.", example: 1893456000 }),
    member_limit: z.int().min(1).max(99999).optional().meta({ label: "For how many people", example: 10 }),
  }),
  output: z.object({
    invite_link: z.string(),
    name: z.string().optional(),
    expire_date: z.number().optional(),
    member_limit: z.number().optional(),
    is_primary: z.boolean(),
    is_revoked: z.boolean(),
  }),
});
