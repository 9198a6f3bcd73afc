import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { DeleteUserInput, DeleteUserOutput } from "../types.generated.ts";

/** Deletes a person who can sign in. */
export async function deleteUser(
  { user_id: id, should_soft_delete: soft = false }: DeleteUserInput,
  options: StepOptions = {},
): Promise<DeleteUserOutput> {
  "use step";
  await supabase.send({ method: "DELETE", path: path`/auth/v1/admin/users/${id}`, json: { should_soft_delete: soft } }, options);
  return { id, deleted: true };
}
