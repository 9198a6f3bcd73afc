import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changedMessage, labelIds, messageId } from "../fields.ts";

/** Puts labels on an e-mail. */
export const addLabels = defineAction({
  name: "addLabels",
  label: "Add labels",
  description: "Puts labels on an e-mail.",
  input: z.strictObject({ id: messageId, labelIds }),
  output: changedMessage,
});
