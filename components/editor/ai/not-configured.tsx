"use client";
import { Sparkles } from "lucide-react";
import Link from "next/link";
import { useSession } from "../../shell/session-context.tsx";
import { assistText } from "../../text/assist.ts";

/** Stands where a model would be asked and none is set. `missing` is the server's own sentence: of the settings, or the hint of `not_configured`. */
export function NotConfigured({ missing }: { readonly missing: string }) {
  const { workspace } = useSession();
  const { notConfigured: text } = assistText;
  return (
    <div role="note" className="flex items-start gap-2 rounded-md bg-sunken px-3 py-2 text-sm">
      <Sparkles aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{text.title}</p>
        <p className="text-xs text-muted wrap-anywhere">{missing}</p>
        <Link
          href={`/w/${workspace.id}/settings/ai`}
          className="mt-1 inline-block rounded-sm text-xs font-medium text-accent underline-offset-2 hover:underline"
        >
          {text.settings}
        </Link>
      </div>
    </div>
  );
}
