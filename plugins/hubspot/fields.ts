import { z } from "zod";

export const objectType = z.enum(["contacts", "companies", "deals", "tickets"]).meta({ label: "Kind", example: "deals" });

export const recordId = z.string().min(1).meta({ label: "Record id", example: "12345678901" });

export const properties = z
  .record(z.string(), z.any())
  .optional()
  .meta({
    label: "Further properties",
    help: "By their internal names. Lists are choices, null empties a property.",
    example: { lifecyclestage: "lead" },
  });

/** What is read of a record beside what HubSpot gives by itself. */
export const propertyNames = z
  .array(z.string().min(1))
  .optional()
  .meta({ label: "Properties", help: "Internal names of those to read; otherwise HubSpot gives a few.", example: ["email", "phone"] });

export const ownerId = z
  .string()
  .optional()
  .meta({
    label: "Owner",
    help: "The id of a person.",
    example: "41629779",
    options: { action: "listOwners", list: "owners", value: "id", label: "email" },
  });

export const ties = {
  contactId: z.string().optional().meta({ label: "Contact", help: "The id of the contact it belongs to.", example: "501" }),
  companyId: z.string().optional().meta({ label: "Company", help: "The id of the company it belongs to.", example: "601" }),
  dealId: z.string().optional().meta({ label: "Deal", help: "The id of the deal it belongs to.", example: "701" }),
  ticketId: z.string().optional().meta({ label: "Ticket", help: "The id of the ticket it belongs to.", example: "801" }),
};

/** The fields of a contact that people use first; all of them are HubSpot's own names. */
export const contactFields = {
  firstname: z.string().optional().meta({ label: "First name", example: "Ada" }),
  lastname: z.string().optional().meta({ label: "Last name", example: "Lovelace" }),
  phone: z.string().optional().meta({ label: "Phone", example: "+44 20 7946 0958" }),
  company: z
    .string()
    .optional()
    .meta({ label: "Company name", help: "A text; it ties the contact to no company.", example: "Analytical Engines" }),
  jobtitle: z.string().optional().meta({ label: "Job title", example: "Programmer" }),
  hubspot_owner_id: ownerId,
  properties,
};

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 5 });

/** A record as most actions give it. */
export const record = z.object({
  id: z.string().meta({ label: "Record id" }),
  properties: z.any().meta({ label: "Properties", help: "By internal name; HubSpot gives all of them as text.", typeParameter: true }),
  createdAt: z.string().meta({ label: "Created" }),
  updatedAt: z.string().meta({ label: "Changed" }),
  archived: z.boolean().meta({ label: "Deleted" }),
  url: z.string().nullable().meta({ label: "Address", help: "In HubSpot, where it says so." }),
});
