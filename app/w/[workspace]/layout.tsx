import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { SessionProvider } from "../../../components/shell/session-context.tsx";
import { Shell } from "../../../components/shell/shell.tsx";
import { readSession } from "../../../lib/auth/page-session.ts";

/** Every page of a workspace: for its members. To others it does not exist. */
export default async function WorkspaceLayout(props: { readonly params: Promise<{ workspace: string }>; readonly children: ReactNode }) {
  const { workspace: id } = await props.params;
  const session = await readSession(await headers());
  if (!session) redirect("/");
  const workspace = session.workspaces.find((known) => known.id === id);
  if (!workspace) notFound();
  return (
    <SessionProvider session={{ ...session, workspace }}>
      <Shell>{props.children}</Shell>
    </SessionProvider>
  );
}
