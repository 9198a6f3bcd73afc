import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { ListBucketsInput, ListBucketsOutput } from "../types.generated.ts";

/** Lists the buckets of the project's storage. */
export async function listBuckets(_: ListBucketsInput, options: StepOptions = {}): Promise<ListBucketsOutput> {
  "use step";
  return { buckets: await supabase.send({ path: "/storage/v1/bucket" }, options) };
}
