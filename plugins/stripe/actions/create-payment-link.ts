import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { metadata } from "../fields.ts";

/** Makes a link that many people can pay by. */
export const createPaymentLink = defineAction({
  name: "createPaymentLink",
  label: "Create a payment link",
  description: "Makes a link that many people can pay by.",
  input: z.strictObject({
    line_items: z
      .array(z.strictObject({ price: z.string(), quantity: z.int().min(1) }))
      .min(1)
      .max(20)
      .meta({
        label: "What is bought",
        help: "Ids of prices, and how many of each.",
        example: [{ price: "price_1MoC3TLkdIwHu7ixcIbKelAC", quantity: 1 }],
      }),
    allow_promotion_codes: z.boolean().optional().meta({ label: "Take promotion codes", example: true }),
    metadata,
  }),
  output: z.object({ id: z.string(), url: z.string(), active: z.boolean(), metadata: z.record(z.string(), z.string()) }),
});
