/** A file as the service gives it; numbers beyond 2^53 come as text. */
export interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents?: readonly string[];
  readonly size?: string;
  readonly description?: string;
  readonly createdTime?: string;
  readonly modifiedTime?: string;
  readonly webViewLink?: string;
  readonly webContentLink?: string;
  readonly starred?: boolean;
  readonly trashed?: boolean;
  readonly owners?: readonly { readonly emailAddress?: string; readonly displayName?: string }[];
}

/** What to ask the service for: it gives but four fields by itself. */
export const fileFields =
  "id,name,mimeType,parents,size,description,createdTime,modifiedTime,webViewLink,webContentLink,starred,trashed,owners(emailAddress,displayName)";

/** A file with every field there, null where the service has nothing to say. */
export function presentFile(answer: FileAnswer): PresentedFile {
  return {
    id: answer.id,
    name: answer.name,
    mimeType: answer.mimeType,
    parents: [...(answer.parents ?? [])],
    size: answer.size === undefined ? null : Number(answer.size),
    description: answer.description ?? null,
    createdTime: answer.createdTime ?? null,
    modifiedTime: answer.modifiedTime ?? null,
    webViewLink: answer.webViewLink ?? null,
    webContentLink: answer.webContentLink ?? null,
    starred: answer.starred ?? false,
    trashed: answer.trashed ?? false,
    owners: (answer.owners ?? []).map(({ emailAddress = "", displayName = "" }) => ({ emailAddress, displayName })),
  };
}

interface PresentedFile {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  size: number | null;
  description: string | null;
  createdTime: string | null;
  modifiedTime: string | null;
  webViewLink: string | null;
  webContentLink: string | null;
  starred: boolean;
  trashed: boolean;
  owners: { emailAddress: string; displayName: string }[];
}
