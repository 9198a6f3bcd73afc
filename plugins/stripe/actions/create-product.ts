import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { metadata, product } from "../fields.ts";

/** Adds a product to the catalog, with its price if you like. */
export const createProduct = defineAction({
  name: "createProduct",
  label: "Create a product",
  description: "Adds a product to the catalog, with its price if you like.",
  input: z.strictObject({
    name: z.string().min(1).meta({ label: "Name", example: "Gold Plan" }),
    description: z.string().optional().meta({ label: "Description", multiline: true, example: "Everything" }),
    active: z.boolean().optional().meta({ label: "For sale", default: true, example: true }),
    images: z
      .array(z.string())
      .max(8)
      .optional()
      .meta({ label: "Pictures", help: "Their addresses, at most 8.", example: ["https://example.com/gold.png"] }),
    url: z.string().optional().meta({ label: "Page", example: "https://example.com/gold" }),
    default_price_data: z
      .strictObject({
        currency: z.string(),
        unit_amount: z.int().min(0),
        recurring: z
          .strictObject({ interval: z.enum(["day", "week", "month", "year"]), interval_count: z.int().min(1).optional() })
          .optional(),
      })
      .optional()
      .meta({
        label: "Price",
        help: "The amount in the smallest unit of the currency.",
        example: { currency: "usd", unit_amount: 1000, recurring: { interval: "month" } },
      }),
    metadata,
  }),
  output: product,
});
