import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { tiesOf } from "../associations.ts";
import { createObject } from "../create-object.ts";
import { presentRecord } from "../records.ts";
import type { CreateDealInput, CreateDealOutput } from "../types.generated.ts";

/** Makes a deal with its ties. */
export async function createDeal<T = Loose>(input: CreateDealInput, options: StepOptions = {}): Promise<CreateDealOutput<T>> {
  "use step";
  const { properties, contactId, companyId, ...fields } = input;
  const ties = tiesOf("deal", { contactId, companyId });
  return presentRecord<T>(await createObject("deals", { ...fields, ...properties }, ties, options));
}
