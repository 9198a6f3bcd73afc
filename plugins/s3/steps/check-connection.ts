import { load } from "cheerio";
import type { StepOptions } from "../../kit/step-options.ts";
import { listBuckets } from "../api.ts";

/** Tries the credential by listing the buckets. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const page = load(await listBuckets(options), { xml: true });
  const names = [...page("Buckets > Bucket > Name")].map((name) => page(name).text());
  return { account: names.length === 0 ? "no buckets" : names.join(", ") };
}
