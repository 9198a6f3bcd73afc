import type { Metadata } from "next";
import { headers } from "next/headers";
import { AcceptInvitation } from "../../../components/auth/accept-invitation.tsx";
import { readSession } from "../../../lib/auth/page-session.ts";

export const metadata: Metadata = { title: "Invitation" };

export default async function Page({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params;
  const session = await readSession(await headers());
  return <AcceptInvitation token={token} hasAccount={session !== null && !session.user.isAnonymous} />;
}
