import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, product } from "../fields.ts";

/** Lists the products of the catalog, newest first. */
export const listProducts = defineAction({
  name: "listProducts",
  label: "List products",
  description: "Lists the products of the catalog, newest first.",
  input: z.strictObject({
    active: z.boolean().optional().meta({ label: "For sale", help: "Both kinds when left out.", example: true }),
    limit,
  }),
  output: z.object({ products: z.array(product).meta({ label: "Products" }) }),
});
