import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done, messageId } from "../fields.ts";

/** Sends an e-mail that lies in the drafts. */
export const sendDraft = defineAction({
  name: "sendDraft",
  label: "Send a draft",
  description: "Sends an e-mail that lies in the drafts.",
  input: z.strictObject({
    messageId,
  }),
  output: done,
});
