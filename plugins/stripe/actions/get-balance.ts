import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Reads what the account holds in each currency, and what is on its way. */
export const getBalance = defineAction({
  name: "getBalance",
  label: "Get the balance",
  description: "Reads what the account holds in each currency, and what is on its way.",
  input: z.strictObject({}),
  output: z.object({
    available: z.array(z.object({ amount: z.number(), currency: z.string() })),
    pending: z.array(z.object({ amount: z.number(), currency: z.string() })),
    livemode: z.boolean(),
  }),
});
