import type { StepOptions } from "../../kit/step-options.ts";
import { vercelBlob } from "../api.ts";
import type { DeleteBlobsInput, DeleteBlobsOutput } from "../types.generated.ts";

/** Deletes files. */
export async function deleteBlobs({ urls }: DeleteBlobsInput, options: StepOptions = {}): Promise<DeleteBlobsOutput> {
  "use step";
  await vercelBlob.send({ method: "POST", path: "/delete", json: { urls } }, options);
  return { deleted: true };
}
