import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { checkoutSession, customerId, metadata } from "../fields.ts";

/** Makes a page of Stripe's on which a customer pays or subscribes; send them to its url. */
export const createCheckoutSession = defineAction({
  name: "createCheckoutSession",
  label: "Create a checkout page",
  description: "Makes a page of Stripe's on which a customer pays or subscribes; send them to its url.",
  input: z.strictObject({
    mode: z
      .enum(["payment", "subscription"])
      .meta({ label: "What for", help: "A subscription needs recurring prices.", example: "payment" }),
    line_items: z
      .array(z.strictObject({ price: z.string(), quantity: z.int().min(1) }))
      .min(1)
      .meta({
        label: "What is bought",
        help: "Ids of prices, and how many of each.",
        example: [{ price: "price_1MotwRLkdIwHu7ixYcPLm5uZ", quantity: 2 }],
      }),
    success_url: z.string().meta({
      label: "After success, go to",
      help: "{CHECKOUT_SESSION_ID} in it is replaced by the id.",
      example: "https://example.com/success",
    }),
    cancel_url: z.string().optional().meta({ label: "After giving up, go to", example: "https://example.com/cart" }),
    customer: customerId
      .optional()
      .meta({ label: "Customer", help: "Its id; a new one is asked for when left out.", example: "cus_NffrFeUfNV2Hib" }),
    customer_email: z
      .string()
      .optional()
      .meta({ label: "Customer's e-mail", help: "Filled in on the page; not together with a customer.", example: "ada@example.com" }),
    client_reference_id: z.string().optional().meta({ label: "Your reference", example: "order-6735" }),
    allow_promotion_codes: z.boolean().optional().meta({ label: "Take promotion codes", example: true }),
    metadata,
  }),
  output: checkoutSession,

  examples: [
    { mode: "payment", line_items: [{ price: "price_1MotwRLkdIwHu7ixYcPLm5uZ", quantity: 2 }], success_url: "https://example.com/success" },
    {
      mode: "payment",
      line_items: [{ price: "price_1MotwRLkdIwHu7ixYcPLm5uZ", quantity: 2 }],
      success_url: "https://example.com/success",
      cancel_url: "https://example.com/cart",
      customer_email: "ada@example.com",
      client_reference_id: "order-6735",
      allow_promotion_codes: true,
      metadata: { order_id: "6735" },
    },
  ],
});
