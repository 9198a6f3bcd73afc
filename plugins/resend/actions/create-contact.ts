import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contactFields } from "../fields.ts";

/** Adds somebody who gets broadcasts, to segments too if you like. */
export const createContact = defineAction({
  name: "createContact",
  label: "Add a contact",
  description: "Adds somebody who gets broadcasts, to segments too if you like.",
  input: z.strictObject({
    email: z.string().meta({ label: "E-mail", example: "ada@example.com" }),
    ...contactFields,
    segments: z
      .array(z.string())
      .optional()
      .meta({ label: "Segments", help: "Their ids.", example: ["78261eea-8f8b-4381-83c6-79fa7120f1cf"] }),
  }),
  output: z.object({ id: z.string() }),
});
