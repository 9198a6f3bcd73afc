import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { UnlockUserInput, UnlockUserOutput } from "../types.generated.ts";

/** Lifts the lock of a user. */
export async function unlockUser({ user_id: id }: UnlockUserInput, options: StepOptions = {}): Promise<UnlockUserOutput> {
  "use step";
  return clerk.send({ method: "POST", path: path`/users/${id}/unlock` }, options);
}
