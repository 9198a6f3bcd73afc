import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { checkoutSession } from "../fields.ts";

/** Reads a checkout session: whether it is paid, and by whom. */
export const getCheckoutSession = defineAction({
  name: "getCheckoutSession",
  label: "Get a checkout page",
  description: "Reads a checkout session: whether it is paid, and by whom.",
  input: z.strictObject({
    session: z
      .string()
      .meta({ label: "Session", help: "Its id.", example: "cs_test_a11YYufWQzNY63zpQ6QSNRQhkUpVph4WRmzW0zWJO2znZKdVujZ0N0S22u" }),
  }),
  output: checkoutSession,
});
