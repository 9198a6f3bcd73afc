import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contactFields, record, ties } from "../fields.ts";

/** Makes a contact. */
export const createContact = defineAction({
  name: "createContact",
  label: "Create a contact",
  description: "Makes a contact. HubSpot refuses a second one with the same e-mail address; Create or update a contact does not.",
  input: z.strictObject({
    email: z.string().min(1).optional().meta({ label: "E-mail address", example: "ada@example.com" }),
    ...contactFields,
    companyId: ties.companyId,
  }),
  output: record,
  examples: [
    { email: "ada@example.com" },
    {
      email: "ada@example.com",
      firstname: "Ada",
      lastname: "Lovelace",
      phone: "+44 20 7946 0958",
      company: "Analytical Engines",
      jobtitle: "Programmer",
      hubspot_owner_id: "41629779",
      properties: { lifecyclestage: "lead", hs_language: null, interests: ["maths", "music"] },
      companyId: "601",
    },
  ],
});
