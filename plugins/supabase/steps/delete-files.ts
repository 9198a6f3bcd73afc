import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { DeleteFilesInput, DeleteFilesOutput } from "../types.generated.ts";

/** Deletes files of a bucket for good. */
export async function deleteFiles({ bucket, prefixes }: DeleteFilesInput, options: StepOptions = {}): Promise<DeleteFilesOutput> {
  "use step";
  return { files: await supabase.send({ method: "DELETE", path: path`/storage/v1/object/${bucket}`, json: { prefixes } }, options) };
}
