import { documentId } from "../../google/document-id.ts";
import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { FileAnswer } from "../present-file.ts";
import { fileFields, presentFile } from "../present-file.ts";
import { searchQuery } from "../search-query.ts";
import type { ListFilesInput, ListFilesOutput } from "../types.generated.ts";

const LARGEST_PAGE = 1_000;

/** Finds files and folders. */
export async function listFiles(input: ListFilesInput, options: StepOptions = {}): Promise<ListFilesOutput> {
  "use step";
  const { limit = 100, orderBy, ...search } = input;
  const q = searchQuery({ ...search, folderId: search.folderId === undefined ? undefined : documentId(search.folderId) });
  const fields = `nextPageToken,files(${fileFields})`;
  const files = await collectPages(limit, async (pageToken, wanted) => {
    const pageSize = Math.min(wanted, LARGEST_PAGE);
    const query = { q, orderBy, pageSize, pageToken, fields, includeItemsFromAllDrives: true, ...everyDrive };
    const page = await drive.send<{ files?: readonly FileAnswer[]; nextPageToken?: string }>({ path: "/drive/v3/files", query }, options);
    return { items: page.files ?? [], next: page.nextPageToken };
  });
  return { files: files.map(presentFile) };
}
