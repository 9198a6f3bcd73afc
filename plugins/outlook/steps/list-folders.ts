import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { outlook, prefer } from "../api.ts";
import type { ListFoldersInput, ListFoldersOutput } from "../types.generated.ts";

/** Lists the folders of the mailbox. */
export async function listFolders({ limit = 100 }: ListFoldersInput, options: StepOptions = {}): Promise<ListFoldersOutput> {
  "use step";
  return { folders: await listPages(outlook, { path: "/me/mailFolders", headers: prefer() }, { limit, largest: 100 }, options) };
}
