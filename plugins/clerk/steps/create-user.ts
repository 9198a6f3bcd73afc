import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { CreateUserInput, CreateUserOutput } from "../types.generated.ts";

/** Adds a user, whose e-mail addresses and telephone numbers count as verified. */
export async function createUser(input: CreateUserInput, options: StepOptions = {}): Promise<CreateUserOutput> {
  "use step";
  return clerk.send({ path: "/users", json: input }, options);
}
