import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { currency, metadata, price } from "../fields.ts";

/** Adds a price to a product, for one payment or for a subscription. */
export const createPrice = defineAction({
  name: "createPrice",
  label: "Create a price",
  description: "Adds a price to a product, for one payment or for a subscription.",
  input: z.strictObject({
    product: z.string().meta({
      label: "Product",
      help: "Its id.",
      example: "prod_NZKdYqrwEYx6iK",
      options: { action: "listProducts", list: "products", value: "id", label: "name" },
    }),
    currency,
    unit_amount: z.int().min(0).meta({ label: "Amount", help: "In the smallest unit of the currency.", example: 1000 }),
    recurring: z
      .strictObject({ interval: z.enum(["day", "week", "month", "year"]), interval_count: z.int().min(1).optional() })
      .optional()
      .meta({ label: "Repeats", help: "Leave it out for one payment.", example: { interval: "month", interval_count: 1 } }),
    nickname: z.string().optional().meta({ label: "Name", help: "Customers do not see it.", example: "Monthly" }),
    lookup_key: z
      .string()
      .max(200)
      .optional()
      .meta({ label: "Lookup key", help: "Your own name, to find it by.", example: "gold_monthly" }),
    metadata,
  }),
  output: price,
});
