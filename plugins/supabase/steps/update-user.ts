import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { UpdateUserInput, UpdateUserOutput } from "../types.generated.ts";

/** Changes the fields you give and leaves the others as they are. */
export async function updateUser({ user_id: id, ...changes }: UpdateUserInput, options: StepOptions = {}): Promise<UpdateUserOutput> {
  "use step";
  return supabase.send({ method: "PUT", path: path`/auth/v1/admin/users/${id}`, json: changes }, options);
}
