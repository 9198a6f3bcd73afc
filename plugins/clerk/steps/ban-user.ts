import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { BanUserInput, BanUserOutput } from "../types.generated.ts";

/** Signs a user out everywhere and lets them sign in no more. */
export async function banUser({ user_id: id }: BanUserInput, options: StepOptions = {}): Promise<BanUserOutput> {
  "use step";
  return clerk.send({ method: "POST", path: path`/users/${id}/ban` }, options);
}
