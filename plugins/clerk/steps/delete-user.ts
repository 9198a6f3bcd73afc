import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { DeleteUserInput, DeleteUserOutput } from "../types.generated.ts";

/** Deletes a user for good. */
export async function deleteUser({ user_id: id }: DeleteUserInput, options: StepOptions = {}): Promise<DeleteUserOutput> {
  "use step";
  return clerk.send({ method: "DELETE", path: path`/users/${id}` }, options);
}
