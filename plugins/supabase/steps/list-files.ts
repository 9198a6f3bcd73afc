import { collectPages } from "../../kit/collect-pages.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { ListFilesInput, ListFilesOutput } from "../types.generated.ts";

const LARGEST_PAGE = 100;

/** Lists the files and folders in a folder of a bucket. */
export async function listFiles(
  { bucket, prefix = "", search, limit = 100 }: ListFilesInput,
  options: StepOptions = {},
): Promise<ListFilesOutput> {
  "use step";
  const files = await collectPages(limit, async (offset = "0", wanted) => {
    const size = Math.min(wanted, LARGEST_PAGE);
    const json = { prefix, search, limit: size, offset: Number(offset), sortBy: { column: "name", order: "asc" } };
    const items = await supabase.send<ListFilesOutput["files"]>({ path: path`/storage/v1/object/list/${bucket}`, json }, options);
    return { items, next: items.length < size ? undefined : String(Number(offset) + items.length) };
  });
  return { files };
}
