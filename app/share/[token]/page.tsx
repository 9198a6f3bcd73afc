import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { graphSchema } from "../../../codegen/schema/graph.ts";
import { SharedView } from "../../../components/share/shared-view.tsx";
import { isAppError } from "../../../lib/errors.ts";
import { runningServer } from "../../../lib/running-server.ts";
import { showShared } from "../../../lib/shares/show-shared.ts";

export const metadata: Metadata = { title: "Shared workflow" };

/** Whoever has the link looks at the workflow; nobody else learns that there is one. */
export default async function Page({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params;
  const shared = await showShared(runningServer(), token).catch((error: unknown) => {
    if (isAppError(error) && error.status === 404) return undefined;
    throw error;
  });
  if (!shared) notFound();
  return <SharedView shared={shared} graph={graphSchema.parse(shared.graph)} />;
}
