import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { vercelBlob } from "../api.ts";
import type { ListBlobsInput, ListBlobsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 1_000;

/** What the service gives of a list at a time. */
interface BlobPage {
  readonly blobs: ListBlobsOutput["blobs"];
  readonly folders?: readonly string[];
  readonly cursor?: string | null;
  readonly hasMore: boolean;
}

/** Lists files. */
export async function listBlobs({ prefix, mode, limit = 100 }: ListBlobsInput, options: StepOptions = {}): Promise<ListBlobsOutput> {
  "use step";
  const folders = new Set<string>();
  const blobs = await collectPages(limit, async (cursor, wanted) => {
    const query = { limit: Math.min(wanted, LARGEST_PAGE), prefix, cursor, mode };
    const page = await vercelBlob.send<BlobPage>({ path: "", query }, options);
    for (const folder of page.folders ?? []) folders.add(folder);
    return { items: page.blobs, next: page.hasMore ? (page.cursor ?? undefined) : undefined };
  });
  return { blobs, folders: [...folders] };
}
