import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { ownerId, properties, record, ties } from "../fields.ts";

/** Makes a ticket. */
export const createTicket = defineAction({
  name: "createTicket",
  label: "Create a ticket",
  description: "Makes a support ticket, tied to a contact, a company and a deal if you like.",
  input: z.strictObject({
    subject: z.string().min(1).meta({ label: "Subject", example: "The engine does not start" }),
    content: z.string().optional().meta({ label: "Description", multiline: true, example: "It makes no sound." }),
    hs_pipeline_stage: z
      .string()
      .optional()
      .meta({ label: "Stage", help: "The id of a stage; List pipelines has them.", default: "1", example: "1" }),
    hs_pipeline: z.string().optional().meta({ label: "Pipeline", help: "Its id; otherwise the default one.", default: "0", example: "0" }),
    hs_ticket_priority: z.enum(["LOW", "MEDIUM", "HIGH", "URGENT"]).optional().meta({ label: "Priority", example: "HIGH" }),
    hubspot_owner_id: ownerId,
    properties: properties.meta({ label: "Further properties", help: "By their internal names.", example: { source_type: "EMAIL" } }),
    contactId: ties.contactId,
    companyId: ties.companyId,
    dealId: ties.dealId,
  }),
  output: record,
});
