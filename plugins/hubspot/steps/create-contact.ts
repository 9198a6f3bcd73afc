import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { tiesOf } from "../associations.ts";
import { createObject } from "../create-object.ts";
import { presentRecord } from "../records.ts";
import type { CreateContactInput, CreateContactOutput } from "../types.generated.ts";

/** Makes a contact with its ties. */
export async function createContact<T = Loose>(input: CreateContactInput, options: StepOptions = {}): Promise<CreateContactOutput<T>> {
  "use step";
  const { properties, companyId, ...fields } = input;
  const ties = tiesOf("contact", { companyId });
  return presentRecord<T>(await createObject("contacts", { ...fields, ...properties }, ties, options));
}
