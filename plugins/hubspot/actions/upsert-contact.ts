import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contactFields, record } from "../fields.ts";

/** Makes a contact, or changes the one there is. */
export const upsertContact = defineAction({
  name: "upsertContact",
  label: "Create or update a contact",
  description: "Changes the contact with an e-mail address, or makes it when there is none yet.",
  input: z.strictObject({
    email: z.string().min(1).meta({ label: "E-mail address", example: "ada@example.com" }),
    ...contactFields,
  }),
  output: z.object({ ...record.shape, new: z.boolean().meta({ label: "New", help: "Whether the contact was made just now." }) }),
});
