import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { readSession } from "../lib/auth/page-session.ts";
import { findFirstDocument } from "../lib/documents/find-first-document.ts";
import { runningServer, serverOf } from "../lib/running-server.ts";

export const dynamic = "force-dynamic";

/** Leads to where work is: a stranger is let in (or asked to sign in), a guest sees the example on the canvas, everybody else their workflows. */
export default async function Page() {
  const session = await readSession(await headers());
  const workspace = session?.workspaces[0];
  if (!session || !workspace) redirect("/api/enter");
  const first = session.user.isAnonymous ? await findFirstDocument(serverOf(runningServer(), workspace.id), workspace.id) : undefined;
  redirect(first === undefined ? `/w/${workspace.id}` : `/w/${workspace.id}/workflows/${first}`);
}
