import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectFields } from "../fields.ts";

/** Makes an address that lets anyone read or write one object for a while. */
export const presign = defineAction({
  name: "presign",
  label: "Make a signed address",
  description: "Makes an address that lets whoever has it read or write one object, for a limited time. Calls nothing.",
  input: z.strictObject({
    ...objectFields,
    method: z.enum(["GET", "PUT"]).optional().meta({ label: "For", help: "GET to read, PUT to write.", default: "GET" }),
    expiresIn: z
      .int()
      .min(1)
      .max(604_800)
      .optional()
      .meta({ label: "Valid for", help: "In seconds, a week at most.", default: 3_600, example: 600 }),
  }),
  output: z.object({ url: z.string().meta({ label: "Address" }), expiresAt: z.string().meta({ label: "Valid until", help: "ISO 8601." }) }),
});
