import type { Metadata } from "next";
import { RunPage } from "../../../../../components/runs/page/run-page.tsx";

export const metadata: Metadata = { title: "Run" };

export default async function Page({ params }: { readonly params: Promise<{ run: string }> }) {
  const { run } = await params;
  return <RunPage key={run} run={run} />;
}
