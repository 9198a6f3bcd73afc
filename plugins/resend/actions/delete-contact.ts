import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contactId } from "../fields.ts";

/** Deletes a contact by its id or its e-mail address. */
export const deleteContact = defineAction({
  name: "deleteContact",
  label: "Delete a contact",
  description: "Deletes a contact by its id or its e-mail address.",
  input: z.strictObject({
    id: contactId,
  }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
});
