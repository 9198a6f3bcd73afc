import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isSettingsSection } from "../../../../../components/settings/sections.ts";
import { SettingsScreen } from "../../../../../components/settings/settings-screen.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function Page({ params }: { readonly params: Promise<{ section: string }> }) {
  const { section } = await params;
  if (!isSettingsSection(section)) notFound();
  return <SettingsScreen section={section} />;
}
