import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { createObject } from "../create-object.ts";
import { presentRecord } from "../records.ts";
import type { CreateCompanyInput, CreateCompanyOutput } from "../types.generated.ts";

/** Makes a company. */
export async function createCompany<T = Loose>(input: CreateCompanyInput, options: StepOptions = {}): Promise<CreateCompanyOutput<T>> {
  "use step";
  const { properties, ...fields } = input;
  return presentRecord<T>(await createObject("companies", { ...fields, ...properties }, [], options));
}
