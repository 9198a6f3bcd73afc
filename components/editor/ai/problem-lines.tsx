"use client";
import { useAtomValue } from "jotai";
import { CircleAlert, CircleCheck } from "lucide-react";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import { askText } from "../../text/ask.ts";
import { Words } from "../inspector/value/field-notes.tsx";
import { showInPreviewAtom } from "./preview-atoms.ts";

const text = askText.proposal;

/** What is wrong with a proposal, each line leading to its node; or that nothing is. */
export function ProblemLines({ problems }: { readonly problems: readonly Diagnostic[] }) {
  const canvas = useAtomValue(showInPreviewAtom);
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 text-sm text-good">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        {text.noProblems}
      </p>
    );
  }
  return (
    <section aria-label={text.problems} className="rounded-lg bg-bad-soft px-1.5 py-2">
      <h4 className="px-1.5 text-sm font-medium">{text.problems}</h4>
      <ul className="mt-1 flex flex-col">
        {problems.map(({ code, message, hint, location: { node } }, at) => (
          <li key={`${code} ${at}`}>
            <button
              type="button"
              disabled={node === undefined || canvas === undefined}
              onClick={() => node !== undefined && canvas?.show(node)}
              className="flex w-full items-start gap-2 rounded-md px-1.5 py-1 text-left text-sm enabled:hover:bg-hover"
            >
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
              <span className="min-w-0 break-words">
                <Words>{message}</Words>{" "}
                <span className="text-muted">
                  <Words>{hint}</Words>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
