import type { StepOptions } from "../../kit/step-options.ts";
import { callS3 } from "../api.ts";
import type { DeleteObjectInput, DeleteObjectOutput } from "../types.generated.ts";

/** Deletes an object. */
export async function deleteObject({ bucket, key }: DeleteObjectInput, options: StepOptions = {}): Promise<DeleteObjectOutput> {
  "use step";
  await callS3({ method: "DELETE", bucket, key }, options);
  return { bucket, key, deleted: true };
}
