import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { UpdateUserMetadataInput, UpdateUserMetadataOutput } from "../types.generated.ts";

/** Merges values into a user's metadata; null takes one away. */
export async function updateUserMetadata(
  { user_id: id, ...metadata }: UpdateUserMetadataInput,
  options: StepOptions = {},
): Promise<UpdateUserMetadataOutput> {
  "use step";
  return clerk.send({ method: "PATCH", path: path`/users/${id}/metadata`, json: metadata }, options);
}
