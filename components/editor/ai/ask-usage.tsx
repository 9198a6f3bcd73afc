"use client";
import type { AiSettings, CallUse } from "../../../lib/api/ai-schemas.ts";
import { askText } from "../../text/ask.ts";
import { formatCount, formatDollars } from "./format-use.ts";

const text = askText.usage;

/** At the foot of the panel: which model is asked, and what the workspace has used of its limits. */
export function AskUsage({ settings: { model, providerLabel, today, month, limits } }: { readonly settings: AiSettings }) {
  const used = today.inputTokens + today.outputTokens;
  const dollars = month.dollars === null ? undefined : formatDollars(month.dollars);
  return (
    <p className="mt-auto flex flex-wrap gap-x-3 border-t border-line px-4 py-2 text-xs text-muted tabular-nums">
      <span>{[providerLabel, model].filter((part) => part !== null).join(" · ")}</span>
      <span>{text.today(formatCount(used), limits.tokensPerDay === null ? undefined : formatCount(limits.tokensPerDay))}</span>
      {dollars === undefined ? null : (
        <span>{text.month(dollars, limits.dollarsPerMonth === null ? undefined : formatDollars(limits.dollarsPerMonth))}</span>
      )}
    </p>
  );
}

/** What one question has cost. */
export function CallUsage({ usage, model }: { readonly usage: CallUse; readonly model?: string | undefined }) {
  const tokens = formatCount(usage.inputTokens + usage.outputTokens);
  const said = text.of(tokens, usage.dollars === null ? undefined : formatDollars(usage.dollars));
  return (
    <p className="text-xs text-muted tabular-nums">
      {[model, said, usage.estimated ? text.estimated : undefined].filter((part) => part !== undefined).join(" · ")}
    </p>
  );
}
