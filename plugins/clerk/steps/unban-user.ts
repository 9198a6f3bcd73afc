import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { UnbanUserInput, UnbanUserOutput } from "../types.generated.ts";

/** Lets a banned user sign in again. */
export async function unbanUser({ user_id: id }: UnbanUserInput, options: StepOptions = {}): Promise<UnbanUserOutput> {
  "use step";
  return clerk.send({ method: "POST", path: path`/users/${id}/unban` }, options);
}
