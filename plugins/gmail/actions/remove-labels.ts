import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changedMessage, labelIds, messageId } from "../fields.ts";

/** Takes labels off an e-mail. */
export const removeLabels = defineAction({
  name: "removeLabels",
  label: "Remove labels",
  description: "Takes labels off an e-mail; without INBOX it is archived.",
  input: z.strictObject({ id: messageId, labelIds }),
  output: changedMessage,
});
