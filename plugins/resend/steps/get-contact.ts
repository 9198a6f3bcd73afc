import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { GetContactInput, GetContactOutput } from "../types.generated.ts";

/** Gets a contact by its id or its e-mail address. */
export async function getContact({ id }: GetContactInput, options: StepOptions = {}): Promise<GetContactOutput> {
  "use step";
  return resend.send({ path: path`/contacts/${id}` }, options);
}
