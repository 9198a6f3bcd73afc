import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { DeleteContactInput, DeleteContactOutput } from "../types.generated.ts";

/** Deletes a contact by its id or its e-mail address. */
export async function deleteContact({ id }: DeleteContactInput, options: StepOptions = {}): Promise<DeleteContactOutput> {
  "use step";
  await resend.send({ method: "DELETE", path: path`/contacts/${id}` }, options);
  return { id, deleted: true };
}
