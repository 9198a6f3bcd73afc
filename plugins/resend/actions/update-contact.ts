import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contactFields, contactId } from "../fields.ts";

/** Changes a contact, for example whether they get broadcasts. */
export const updateContact = defineAction({
  name: "updateContact",
  label: "Change a contact",
  description: "Changes a contact, for example whether they get broadcasts.",
  input: z.strictObject({
    id: contactId,
    ...contactFields,
  }),
  output: z.object({ id: z.string() }),
});
