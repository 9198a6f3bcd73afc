import { z } from "zod";

export const limit = z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 3 });

export const metadata = z
  .record(z.string(), z.string())
  .optional()
  .meta({ label: "Metadata", help: "Up to 50 values of your own.", example: { order_id: "6735" } });

export const customerId = z.string().meta({
  label: "Customer",
  help: "Its id.",
  example: "cus_NffrFeUfNV2Hib",
  options: { action: "listCustomers", list: "customers", value: "id", label: "email" },
});

export const paymentIntentId = z.string().meta({ label: "Payment intent", help: "Its id.", example: "pi_3MtwBwLkdIwHu7ix28a3tqPa" });

export const paymentMethod = z.string().optional().meta({
  label: "Payment method",
  help: "The id of a card or another method, for example pm_card_visa in test mode.",
  example: "pm_card_visa",
});

export const invoiceId = z.string().meta({ label: "Invoice", help: "Its id.", example: "in_1MtHbELkdIwHu7ixl4OzzPMv" });

export const subscriptionId = z.string().meta({ label: "Subscription", help: "Its id.", example: "sub_1MowQVLkdIwHu7ixeRlqHVzs" });

export const priceId = z.string().meta({
  label: "Price",
  help: "Its id.",
  example: "price_1MoBy5LkdIwHu7ixZhnattbh",
  options: { action: "listPrices", list: "prices", value: "id", label: "nickname" },
});

export const currency = z
  .string()
  .regex(/^[a-zA-Z]{3}$/)
  .meta({ label: "Currency", help: "Its three-letter code.", example: "usd" });

export const amount = z
  .int()
  .meta({ label: "Amount", help: "In the smallest unit of the currency: 1099 is 10.99 in usd, and 1099 in jpy.", example: 1099 });

export const created = {
  created_after: z.int().optional().meta({ label: "Created from", help: "In seconds since 1970.", example: 1_767_225_600 }),
  created_before: z.int().optional().meta({ label: "Created before", help: "In seconds since 1970.", example: 1_798_761_600 }),
};

export const searchFields = {
  metadata: z
    .record(z.string(), z.string())
    .optional()
    .meta({ label: "Metadata", help: "Values that must all be equal.", example: { order_id: "6735" } }),
  query: z
    .string()
    .optional()
    .meta({ label: "And", help: "More conditions in Stripe's query language. Put no data from outside into it: it is not quoted." }),
  limit,
};

const values = z.record(z.string(), z.string());

const address = z.object({
  city: z.string().nullable(),
  country: z.string().nullable(),
  line1: z.string().nullable(),
  line2: z.string().nullable(),
  postal_code: z.string().nullable(),
  state: z.string().nullable(),
});

export const addressFields = z
  .strictObject({
    line1: z.string().optional(),
    line2: z.string().optional(),
    city: z.string().optional(),
    postal_code: z.string().optional(),
    state: z.string().optional(),
    country: z.string().optional(),
  })
  .optional()
  .meta({
    label: "Address",
    help: "The country as two letters.",
    example: { line1: "510 Townsend St", city: "San Francisco", postal_code: "94103", state: "CA", country: "US" },
  });

/** What a customer is made of. */
export const customerFields = {
  email: z.string().max(512).optional().meta({ label: "E-mail", example: "ada@example.com" }),
  name: z.string().max(256).optional().meta({ label: "Name", example: "Ada Lovelace" }),
  phone: z.string().max(20).optional().meta({ label: "Telephone", example: "+15551234567" }),
  description: z.string().optional().meta({ label: "Description", multiline: true, example: "Buys engines" }),
  address: addressFields,
  metadata,
};

export const customer = z.object({
  id: z.string(),
  email: z.string().nullish(),
  name: z.string().nullish(),
  phone: z.string().nullish(),
  description: z.string().nullish(),
  address: address.nullish(),
  balance: z.number().optional(),
  currency: z.string().nullish(),
  metadata: values.optional(),
  created: z.number(),
  livemode: z.boolean(),
});

export const paymentIntent = z.object({
  id: z.string(),
  amount: z.number(),
  amount_received: z.number().optional(),
  currency: z.string(),
  status: z.string().meta({ help: "For example requires_payment_method, requires_action, processing, succeeded or canceled." }),
  client_secret: z.string().nullable(),
  customer: z.string().nullable(),
  description: z.string().nullable(),
  latest_charge: z.string().nullish(),
  payment_method: z.string().nullable(),
  receipt_email: z.string().nullable(),
  next_action: z.object({ type: z.string(), redirect_to_url: z.object({ url: z.string().nullable() }).optional() }).nullish(),
  metadata: values,
  created: z.number(),
  livemode: z.boolean(),
});

export const checkoutSession = z.object({
  id: z.string(),
  url: z.string().nullish(),
  mode: z.string(),
  status: z.string().nullish(),
  payment_status: z.string(),
  amount_total: z.number().nullish(),
  currency: z.string().nullish(),
  customer: z.string().nullish(),
  customer_email: z.string().nullish(),
  client_reference_id: z.string().nullish(),
  payment_intent: z.string().nullish(),
  subscription: z.string().nullish(),
  metadata: values.nullish(),
  created: z.number(),
  expires_at: z.number(),
});

export const invoice = z.object({
  id: z.string(),
  number: z.string().nullish(),
  status: z.string().nullish(),
  customer: z.string().nullish(),
  customer_email: z.string().nullish(),
  currency: z.string(),
  amount_due: z.number(),
  amount_paid: z.number(),
  amount_remaining: z.number(),
  subtotal: z.number(),
  total: z.number(),
  description: z.string().nullish(),
  due_date: z.number().nullish(),
  hosted_invoice_url: z.string().nullish(),
  invoice_pdf: z.string().nullish(),
  metadata: values.nullish(),
  created: z.number(),
  livemode: z.boolean(),
});

export const subscription = z.object({
  id: z.string(),
  status: z.string(),
  customer: z.string(),
  currency: z.string(),
  items: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        quantity: z.number().optional(),
        current_period_start: z.number().optional(),
        current_period_end: z.number().optional(),
        price: z.object({ id: z.string(), product: z.string(), unit_amount: z.number().nullish() }),
      }),
    ),
  }),
  cancel_at_period_end: z.boolean(),
  cancel_at: z.number().nullish(),
  canceled_at: z.number().nullish(),
  trial_end: z.number().nullish(),
  start_date: z.number(),
  latest_invoice: z.string().nullish(),
  default_payment_method: z.string().nullish(),
  metadata: values,
  created: z.number(),
});

export const refund = z.object({
  id: z.string(),
  amount: z.number(),
  currency: z.string(),
  status: z.string().nullable(),
  reason: z.string().nullable(),
  charge: z.string().nullable(),
  payment_intent: z.string().nullish(),
  failure_reason: z.string().optional(),
  metadata: values.nullable(),
  created: z.number(),
});

export const product = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  active: z.boolean(),
  default_price: z.string().nullish(),
  images: z.array(z.string()),
  url: z.string().nullable(),
  metadata: values,
  created: z.number(),
  livemode: z.boolean(),
});

export const price = z.object({
  id: z.string(),
  product: z.string(),
  nickname: z.string().nullable(),
  active: z.boolean(),
  currency: z.string(),
  unit_amount: z.number().nullable(),
  type: z.string(),
  recurring: z.object({ interval: z.string(), interval_count: z.number() }).nullable(),
  lookup_key: z.string().nullish(),
  metadata: values,
  created: z.number(),
});
