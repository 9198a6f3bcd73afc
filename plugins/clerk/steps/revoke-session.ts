import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { RevokeSessionInput, RevokeSessionOutput } from "../types.generated.ts";

/** Signs a user out of one session. */
export async function revokeSession({ session_id: id }: RevokeSessionInput, options: StepOptions = {}): Promise<RevokeSessionOutput> {
  "use step";
  return clerk.send({ method: "POST", path: path`/sessions/${id}/revoke` }, options);
}
