import type { StepOptions } from "../../kit/step-options.ts";
import { tiesOf } from "../associations.ts";
import { createObject } from "../create-object.ts";
import type { CreateTaskInput, CreateTaskOutput } from "../types.generated.ts";

/** Gives somebody something to do. */
export async function createTask(input: CreateTaskInput, options: StepOptions = {}): Promise<CreateTaskOutput> {
  "use step";
  const { contactId, companyId, dealId, ticketId, ...fields } = input;
  const ties = tiesOf("task", { contactId, companyId, dealId, ticketId });
  const properties = { hs_timestamp: new Date(), hs_task_status: "NOT_STARTED", hs_task_type: "TODO", ...fields };
  const { id, createdAt, updatedAt } = await createObject("tasks", properties, ties, options);
  return { id, createdAt, updatedAt };
}
