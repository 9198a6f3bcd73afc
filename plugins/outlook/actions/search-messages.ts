import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { folderId, message } from "../fields.ts";

/** Searches subjects, bodies and senders, for example for from:ada hasattachments:true. */
export const searchMessages = defineAction({
  name: "searchMessages",
  label: "Search e-mails",
  description: "Searches subjects, bodies and senders, for example for from:ada hasattachments:true.",
  input: z.strictObject({
    search: z.string().min(1).meta({ label: "Search for", example: "invoice" }),
    mailFolderId: folderId.optional().meta({
      label: "Folder",
      help: "Its id, or inbox, drafts, sentitems or archive; without one, all of them.",
      example: "inbox",
      options: { action: "listFolders", list: "folders", value: "id", label: "displayName" },
    }),
    limit: z.int().min(1).max(1000).optional().meta({ label: "At most", default: 100, example: 3 }),
  }),
  output: z.object({ messages: z.array(message) }),
});
