import type { Metadata } from "next";
import { ownPath } from "../../components/auth/own-path.ts";
import { TwoFactorForm } from "../../components/auth/two-factor-form.tsx";

export const metadata: Metadata = { title: "Two-factor authentication" };

export default async function Page({ searchParams }: { readonly searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  return <TwoFactorForm next={ownPath(next)} />;
}
