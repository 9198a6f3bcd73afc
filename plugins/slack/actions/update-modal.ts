import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { view } from "../fields.ts";

/** Replaces what an open window shows. */
export const updateModal = defineAction({
  name: "updateModal",
  label: "Change a modal",
  description: "Replaces what an open window shows.",
  input: z.strictObject({
    view_id: z.string().meta({ label: "View id", example: "VMHU10V25" }),
    view: z.record(z.string(), z.any()).meta({
      label: "View",
      help: "Block Kit, of the type modal.",
      code: "json",
      example: { type: "modal", callback_id: "order", title: { type: "plain_text", text: "Order" }, blocks: [] },
    }),
    hash: z
      .string()
      .optional()
      .meta({ label: "Hash", help: "Of the view as you know it; the call fails when it has changed since.", example: "156772938.1827394" }),
  }),
  output: view,
});
