import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, price } from "../fields.ts";

/** Lists prices, newest first, of one product or of all. */
export const listPrices = defineAction({
  name: "listPrices",
  label: "List prices",
  description: "Lists prices, newest first, of one product or of all.",
  input: z.strictObject({
    product: z
      .string()
      .optional()
      .meta({
        label: "Product",
        help: "Its id; all when left out.",
        example: "prod_NZKdYqrwEYx6iK",
        options: { action: "listProducts", list: "products", value: "id", label: "name" },
      }),
    active: z.boolean().optional().meta({ label: "For sale", help: "Both kinds when left out.", example: true }),
    type: z.enum(["one_time", "recurring"]).optional().meta({ label: "Kind", example: "recurring" }),
    limit,
  }),
  output: z.object({ prices: z.array(price).meta({ label: "Prices" }) }),
});
