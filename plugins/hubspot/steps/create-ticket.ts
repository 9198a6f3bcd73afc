import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { tiesOf } from "../associations.ts";
import { createObject } from "../create-object.ts";
import { presentRecord } from "../records.ts";
import type { CreateTicketInput, CreateTicketOutput } from "../types.generated.ts";

/** Where a new account's tickets begin; HubSpot wants a stage. */
const DEFAULT_PLACE = { hs_pipeline: "0", hs_pipeline_stage: "1" };

/** Makes a ticket with its ties. */
export async function createTicket<T = Loose>(input: CreateTicketInput, options: StepOptions = {}): Promise<CreateTicketOutput<T>> {
  "use step";
  const { properties, contactId, companyId, dealId, ...fields } = input;
  const ties = tiesOf("ticket", { contactId, companyId, dealId });
  return presentRecord<T>(await createObject("tickets", { ...DEFAULT_PLACE, ...fields, ...properties }, ties, options));
}
