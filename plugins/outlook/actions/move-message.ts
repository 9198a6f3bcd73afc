import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { folderId, message, messageId } from "../fields.ts";

/** Moves an e-mail to another folder. */
export const moveMessage = defineAction({
  name: "moveMessage",
  label: "Move an e-mail",
  description: "Moves an e-mail to another folder.",
  input: z.strictObject({
    messageId,
    destinationId: folderId.meta({
      label: "To folder",
      help: "Its id, or inbox, archive, deleteditems or junkemail.",
      example: "archive",
      options: { action: "listFolders", list: "folders", value: "id", label: "displayName" },
    }),
  }),
  output: message,
});
