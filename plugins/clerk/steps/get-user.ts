import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { GetUserInput, GetUserOutput } from "../types.generated.ts";

/** Reads one user. */
export async function getUser({ user_id: id }: GetUserInput, options: StepOptions = {}): Promise<GetUserOutput> {
  "use step";
  return clerk.send({ path: path`/users/${id}` }, options);
}
