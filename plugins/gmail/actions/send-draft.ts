import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changedMessage } from "../fields.ts";

/** Sends a draft. */
export const sendDraft = defineAction({
  name: "sendDraft",
  label: "Send a draft",
  description: "Sends a draft as it is now, with what people have changed in it.",
  input: z.strictObject({ id: z.string().min(1).meta({ label: "Draft id", example: "r-4711" }) }),
  output: changedMessage,
});
