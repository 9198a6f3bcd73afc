import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { UpdateContactInput, UpdateContactOutput } from "../types.generated.ts";

/** Changes a contact, for example whether they get broadcasts. */
export async function updateContact({ id, ...input }: UpdateContactInput, options: StepOptions = {}): Promise<UpdateContactOutput> {
  "use step";
  return resend.send({ method: "PATCH", path: path`/contacts/${id}`, json: input }, options);
}
