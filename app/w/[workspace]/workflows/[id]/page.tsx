import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EditorPage } from "../../../../../components/editor/editor-page.tsx";
import { readPageAccess } from "../../../../../lib/auth/page-access.ts";
import { showDocument } from "../../../../../lib/documents/show-document.ts";
import { isAppError } from "../../../../../lib/errors.ts";

export const metadata: Metadata = { title: "Editor" };

/** The document comes with the page, so that the canvas waits for no second answer. */
export default async function Page({ params }: { readonly params: Promise<{ workspace: string; id: string }> }) {
  const { workspace, id } = await params;
  const open = await readPageAccess(await headers(), workspace);
  if (!open) notFound();
  const details = await showDocument(open.server, open.access, id, open.url).catch((error: unknown) => {
    if (isAppError(error) && error.status === 404) return undefined;
    throw error;
  });
  if (!details) notFound();
  return <EditorPage opened={details} />;
}
