import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { CreateUserInput, CreateUserOutput } from "../types.generated.ts";

/** Adds a person who can sign in, without sending them anything. */
export async function createUser(input: CreateUserInput, options: StepOptions = {}): Promise<CreateUserOutput> {
  "use step";
  return supabase.send({ path: "/auth/v1/admin/users", json: input }, options);
}
