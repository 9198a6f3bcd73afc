/** What files are looked for by; all of it must hold. */
export interface FileSearch {
  readonly name?: string | undefined;
  readonly fullText?: string | undefined;
  readonly folderId?: string | undefined;
  readonly mimeType?: string | undefined;
  /** In the service's own language. */
  readonly q?: string | undefined;
  readonly trashed?: boolean | undefined;
}

/** A query in Drive's own language (https://developers.google.com/workspace/drive/api/guides/search-files). */
export function searchQuery({ name, fullText, folderId, mimeType, q, trashed = false }: FileSearch): string {
  const terms = [
    name === undefined ? "" : `name contains ${quote(name)}`,
    fullText === undefined ? "" : `fullText contains ${quote(fullText)}`,
    folderId === undefined ? "" : `${quote(folderId)} in parents`,
    mimeType === undefined ? "" : `mimeType = ${quote(mimeType)}`,
    `trashed = ${String(trashed)}`,
    q === undefined || q.trim() === "" ? "" : `(${q})`,
  ];
  return terms.filter((term) => term !== "").join(" and ");
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
