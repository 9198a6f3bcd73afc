"use client";
import { Copy } from "lucide-react";
import { copyText } from "../../json/copy-text.ts";
import { publishText } from "../../text/publish.ts";
import { IconButton } from "../../ui/icon-button.tsx";

/** A line to take along: an address, a command. */
export function CopyLine({ label, value, help }: { readonly label: string; readonly value: string; readonly help?: string }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs font-medium">{label}</span>
      <div className="flex items-start gap-1 rounded-md border border-line bg-sunken py-1 pr-1 pl-2.5">
        <code className="min-w-0 flex-1 py-1 font-mono text-xs break-all">{value}</code>
        <IconButton label={`${publishText.dialog.copy}: ${label}`} size="sm" onClick={() => copyText(value)}>
          <Copy aria-hidden />
        </IconButton>
      </div>
      {help === undefined ? null : <p className="text-xs text-muted">{help}</p>}
    </div>
  );
}
