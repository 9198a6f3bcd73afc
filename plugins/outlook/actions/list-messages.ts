import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { folderId, limit, message, readAs } from "../fields.ts";

/** Lists the e-mails of the mailbox or of a folder, the newest first. */
export const listMessages = defineAction({
  name: "listMessages",
  label: "List e-mails",
  description: "Lists the e-mails of the mailbox or of a folder, the newest first.",
  input: z.strictObject({
    mailFolderId: folderId.optional().meta({
      label: "Folder",
      help: "Its id, or inbox, drafts, sentitems, archive, deleteditems or junkemail; without one, all of them.",
      example: "inbox",
      options: { action: "listFolders", list: "folders", value: "id", label: "displayName" },
    }),
    unreadOnly: z.boolean().optional().meta({ label: "Only unread ones", default: false, example: true }),
    from: z.string().optional().meta({ label: "From", help: "The sender's address.", example: "ada@example.com" }),
    receivedAfter: z.string().optional().meta({ label: "Received after", help: "An ISO 8601 time.", example: "2030-01-01T09:00:00.000Z" }),
    contentType: readAs,
    limit,
  }),
  output: z.object({ messages: z.array(message) }),
});
