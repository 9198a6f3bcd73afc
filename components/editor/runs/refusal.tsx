"use client";
import { useAtomValue } from "jotai";
import { runsText } from "../../text/runs.ts";
import { Problem } from "../../ui/problem.tsx";
import { DiagnosticLinks } from "./diagnostic-links.tsx";
import { refusalAtom } from "./run-state.ts";

/** Why the last start was refused, with a way to each place that is wrong. */
export function Refusal() {
  const refusal = useAtomValue(refusalAtom);
  if (!refusal) return null;
  return (
    <div className="mb-3 flex flex-col gap-2">
      {refusal.diagnostics.length === 0 ? (
        <Problem error={refusal.error} />
      ) : (
        <section role="alert" aria-label={runsText.panel.refused} className="rounded-lg bg-bad-soft px-3 py-2">
          <h3 className="text-sm font-medium">{runsText.panel.refused}</h3>
          <p className="mb-1.5 text-xs text-muted">{runsText.panel.refusedHelp}</p>
          <DiagnosticLinks diagnostics={refusal.diagnostics} />
        </section>
      )}
    </div>
  );
}
