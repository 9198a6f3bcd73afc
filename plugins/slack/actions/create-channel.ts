import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { conversation } from "../fields.ts";

/** Creates a public or a private channel. */
export const createChannel = defineAction({
  name: "createChannel",
  label: "Create a channel",
  description: "Creates a public or a private channel.",
  input: z.strictObject({
    name: z
      .string()
      .min(1)
      .max(80)
      .meta({ label: "Name", help: "Lower-case letters, digits, hyphens and underscores.", example: "order-1001" }),
    is_private: z.boolean().optional().meta({ label: "Private", default: false, example: true }),
  }),
  output: conversation,
});
