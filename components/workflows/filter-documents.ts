import type { DocumentSummary } from "../../lib/api/document-schemas.ts";

export type DocumentSort = "updated" | "title" | "run";

/** What the list of workflows is narrowed to. */
export interface DocumentFilter {
  /** Words; each must be found in the title, name, description, folder, a tag or a service. */
  readonly text: string;
  /** A folder and those inside it; undefined for all. */
  readonly folder: string | undefined;
  readonly tag: string | undefined;
  readonly sort: DocumentSort;
}

/** The documents that fit, in the order asked for. */
export function filterDocuments(documents: readonly DocumentSummary[], filter: DocumentFilter): DocumentSummary[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return documents
    .filter((document) => isInFolder(document.folder, filter.folder) && (filter.tag === undefined || document.tags.includes(filter.tag)))
    .filter((document) => {
      const { title, name, description, folder, tags, services } = document;
      const haystack = [title, name, description, folder, ...tags, ...services].join("\n").toLowerCase();
      return words.every((word) => haystack.includes(word));
    })
    .toSorted(ORDERS[filter.sort]);
}

/** Every folder that holds a document, and those above it, by name. */
export function listFolders(documents: readonly DocumentSummary[]): string[] {
  const folders = new Set<string>();
  for (const { folder } of documents) {
    const parts = folder === "" ? [] : folder.split("/");
    for (let depth = 1; depth <= parts.length; depth++) folders.add(parts.slice(0, depth).join("/"));
  }
  return [...folders].sort((a, b) => a.localeCompare(b));
}

/** Every tag, the most used first. */
export function listTags(documents: readonly DocumentSummary[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of documents.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b)).map(([tag]) => tag);
}

function isInFolder(folder: string, wanted: string | undefined): boolean {
  return wanted === undefined || folder === wanted || folder.startsWith(`${wanted}/`);
}

const ORDERS: Readonly<Record<DocumentSort, (a: DocumentSummary, b: DocumentSummary) => number>> = {
  updated: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  title: (a, b) => titleOf(a).localeCompare(titleOf(b)),
  run: (a, b) => (b.lastRun?.createdAt ?? "").localeCompare(a.lastRun?.createdAt ?? ""),
};

/** What a person calls a workflow. */
export function titleOf({ title, name }: Pick<DocumentSummary, "title" | "name">): string {
  return title.trim() === "" ? name : title;
}
