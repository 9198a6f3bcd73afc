import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { ownerId, properties, record } from "../fields.ts";

/** Makes a company. */
export const createCompany = defineAction({
  name: "createCompany",
  label: "Create a company",
  description: "Makes a company.",
  input: z.strictObject({
    name: z.string().min(1).meta({ label: "Name", example: "Analytical Engines" }),
    domain: z
      .string()
      .optional()
      .meta({ label: "Domain", help: "Of its website; HubSpot knows a company by it.", example: "engines.example.com" }),
    phone: z.string().optional().meta({ label: "Phone", example: "+44 20 7946 0958" }),
    industry: z.string().optional().meta({ label: "Industry", help: "One of HubSpot's internal names.", example: "COMPUTER_SOFTWARE" }),
    city: z.string().optional().meta({ label: "City", example: "London" }),
    country: z.string().optional().meta({ label: "Country", example: "United Kingdom" }),
    description: z.string().optional().meta({ label: "Description", multiline: true, example: "Machines that reckon" }),
    hubspot_owner_id: ownerId,
    properties,
  }),
  output: record,
});
