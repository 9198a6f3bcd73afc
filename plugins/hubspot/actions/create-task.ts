import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { ownerId, ties } from "../fields.ts";

/** Gives somebody something to do. */
export const createTask = defineAction({
  name: "createTask",
  label: "Create a task",
  description: "Gives somebody something to do, tied to a contact, company, deal or ticket.",
  input: z.strictObject({
    hs_task_subject: z.string().min(1).meta({ label: "Title", example: "Call Ada" }),
    hs_task_body: z.string().optional().meta({ label: "Text", multiline: true, example: "She asked for a second engine." }),
    hs_timestamp: z.string().optional().meta({ label: "Due", help: "ISO 8601; otherwise now.", example: "2027-01-31T09:00:00Z" }),
    hs_task_type: z.enum(["TODO", "CALL", "EMAIL"]).optional().meta({ label: "Type", default: "TODO", example: "CALL" }),
    hs_task_priority: z.enum(["LOW", "MEDIUM", "HIGH"]).optional().meta({ label: "Priority", example: "HIGH" }),
    hubspot_owner_id: ownerId,
    ...ties,
  }),
  output: z.object({
    id: z.string().meta({ label: "Task id" }),
    createdAt: z.string().meta({ label: "Created" }),
    updatedAt: z.string().meta({ label: "Changed" }),
  }),
});
