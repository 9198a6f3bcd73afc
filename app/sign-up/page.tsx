import type { Metadata } from "next";
import { headers } from "next/headers";
import { ownPath } from "../../components/auth/own-path.ts";
import { SignUpForm } from "../../components/auth/sign-up-form.tsx";
import { readSignInMethods, readSession } from "../../lib/auth/page-session.ts";

export const metadata: Metadata = { title: "Sign up" };

export default async function Page({ searchParams }: { readonly searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const asked = await headers();
  const session = await readSession(asked);
  return <SignUpForm ways={await readSignInMethods(asked)} next={ownPath(next)} isGuest={session?.user.isAnonymous ?? false} />;
}
