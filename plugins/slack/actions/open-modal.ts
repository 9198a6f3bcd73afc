import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { view } from "../fields.ts";

/** Opens a window with a form for a person who has just pressed a button or used a command. */
export const openModal = defineAction({
  name: "openModal",
  label: "Open a modal",
  description: "Opens a window with a form for a person who has just pressed a button or used a command.",
  input: z.strictObject({
    trigger_id: z
      .string()
      .meta({ label: "Trigger id", help: "Of the interaction; good for three seconds.", example: "12345.98765.abcd2358fdea" }),
    view: z.record(z.string(), z.any()).meta({
      label: "View",
      help: "Block Kit, of the type modal.",
      code: "json",
      example: { type: "modal", callback_id: "order", title: { type: "plain_text", text: "Order" }, blocks: [] },
    }),
  }),
  output: view,
});
