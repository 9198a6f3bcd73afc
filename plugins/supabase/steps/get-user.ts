import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { GetUserInput, GetUserOutput } from "../types.generated.ts";

/** Reads one person who can sign in. */
export async function getUser({ user_id: id }: GetUserInput, options: StepOptions = {}): Promise<GetUserOutput> {
  "use step";
  return supabase.send({ path: path`/auth/v1/admin/users/${id}` }, options);
}
