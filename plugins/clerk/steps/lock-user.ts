import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { LockUserInput, LockUserOutput } from "../types.generated.ts";

/** Keeps a user from signing in until the lock ends or is lifted. */
export async function lockUser({ user_id: id }: LockUserInput, options: StepOptions = {}): Promise<LockUserOutput> {
  "use step";
  return clerk.send({ method: "POST", path: path`/users/${id}/lock` }, options);
}
