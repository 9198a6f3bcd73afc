import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contact, contactId } from "../fields.ts";

/** Gets a contact by its id or its e-mail address. */
export const getContact = defineAction({
  name: "getContact",
  label: "Get a contact",
  description: "Gets a contact by its id or its e-mail address.",
  input: z.strictObject({
    id: contactId,
  }),
  output: contact,
});
