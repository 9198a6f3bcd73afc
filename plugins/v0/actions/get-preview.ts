import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId } from "../fields.ts";

/** Gives the address of a running preview. */
export const getPreview = defineAction({
  name: "getPreview",
  label: "Preview a chat",
  description: "Gives the address at which what was built can be tried out. The workflow sleeps while it starts.",
  polls: true,
  input: z.strictObject({ chatId }),
  output: z.object({
    url: z.string().meta({ label: "Address" }),
    token: z.string().meta({ label: "Token", help: "For the header x-v0-preview-token; it works for a short time." }),
    expiresAt: z.string().meta({ label: "Works until" }),
  }),
});
