import type { Metadata } from "next";
import { ResetPasswordForm } from "../../components/auth/reset-password-form.tsx";

export const metadata: Metadata = { title: "Choose a new password" };

export default async function Page({ searchParams }: { readonly searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  return <ResetPasswordForm token={typeof token === "string" ? token : undefined} />;
}
