import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { ownerId, properties, record, ties } from "../fields.ts";

/** Makes a deal. */
export const createDeal = defineAction({
  name: "createDeal",
  label: "Create a deal",
  description: "Makes a deal in a stage of a pipeline, tied to a contact and a company if you like.",
  input: z.strictObject({
    dealname: z.string().min(1).meta({ label: "Name", example: "Two engines" }),
    dealstage: z
      .string()
      .optional()
      .meta({ label: "Stage", help: "The id of a stage; List pipelines has them.", example: "appointmentscheduled" }),
    pipeline: z
      .string()
      .optional()
      .meta({ label: "Pipeline", help: "Its id; otherwise the default one.", default: "default", example: "default" }),
    amount: z.union([z.number(), z.string()]).optional().meta({ label: "Amount", example: 1500.5 }),
    closedate: z.string().optional().meta({ label: "Close date", help: "ISO 8601.", example: "2027-01-31T00:00:00Z" }),
    hubspot_owner_id: ownerId,
    properties: properties.meta({ label: "Further properties", help: "By their internal names.", example: { dealtype: "newbusiness" } }),
    contactId: ties.contactId,
    companyId: ties.companyId,
  }),
  output: record,
});
