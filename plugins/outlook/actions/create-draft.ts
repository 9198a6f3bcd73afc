import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { message, messageFields } from "../fields.ts";

/** Writes an e-mail and leaves it in the drafts. */
export const createDraft = defineAction({
  name: "createDraft",
  label: "Write a draft",
  description: "Writes an e-mail and leaves it in the drafts.",
  input: z.strictObject({
    ...messageFields,
  }),
  output: message,
});
