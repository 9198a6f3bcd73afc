import type { Metadata } from "next";
import { headers } from "next/headers";
import { ownPath } from "../../components/auth/own-path.ts";
import { SignInForm } from "../../components/auth/sign-in-form.tsx";
import { readSignInMethods } from "../../lib/auth/page-session.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function Page({ searchParams }: { readonly searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  return <SignInForm ways={await readSignInMethods(await headers())} next={ownPath(next)} />;
}
