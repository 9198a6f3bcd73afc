import { load } from "cheerio";
import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { callS3 } from "../api.ts";
import type { ListObjectsInput, ListObjectsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 1_000;

/** Lists the objects of a bucket. */
export async function listObjects(
  { bucket, prefix, limit = 1_000 }: ListObjectsInput,
  options: StepOptions = {},
): Promise<ListObjectsOutput> {
  "use step";
  const objects = await collectPages(limit, async (token, wanted) => {
    const query = { "list-type": "2", prefix, "max-keys": String(Math.min(wanted, LARGEST_PAGE)), "continuation-token": token };
    const answer = await callS3({ method: "GET", bucket, query }, options);
    const page = load(new TextDecoder().decode(answer.bytes), { xml: true });
    const items = [...page("ListBucketResult > Contents")].map((entry) => {
      const text = (name: string): string => page(entry).children(name).text();
      return { key: text("Key"), size: Number(text("Size")), etag: text("ETag").replaceAll('"', ""), lastModified: text("LastModified") };
    });
    return { items, next: page("ListBucketResult > NextContinuationToken").text() };
  });
  return { objects };
}
