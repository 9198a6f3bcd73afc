"use client";
import { KeyRound } from "lucide-react";
import Link from "next/link";
import { useSession } from "../../shell/session-context.tsx";
import { askText } from "../../text/ask.ts";
import { Button } from "../../ui/button.tsx";

const text = askText.notReady;

/** Says what has to be set before a model can be asked, and where. */
export function NotReady({ missing }: { readonly missing: string | null }) {
  const { workspace } = useSession();
  return (
    <section aria-label={text.title} className="flex flex-col gap-2 rounded-lg border border-line bg-sunken p-3 text-sm">
      <p className="flex items-center gap-2 font-medium">
        <KeyRound aria-hidden className="size-4 text-muted" />
        {text.title}
      </p>
      <p className="text-muted">
        {missing} {workspace.role === "owner" ? "" : text.owner} {text.rest}
      </p>
      {workspace.role === "owner" ? (
        <Button asChild size="sm" className="self-start">
          <Link href={`/w/${workspace.id}/settings/ai`}>{text.settings}</Link>
        </Button>
      ) : null}
    </section>
  );
}
