"use client";
import { useSetAtom } from "jotai";
import { CircleAlert, TriangleAlert } from "lucide-react";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import { useEditor } from "../editor-context.tsx";
import { selectNodes } from "../model/selection.ts";
import { focusRequestAtom, sidePanelAtom } from "../screen.ts";

/** What is wrong with the document, line by line; each leads to its node and field. */
export function DiagnosticLinks({ diagnostics, onGo }: { readonly diagnostics: readonly Diagnostic[]; readonly onGo?: () => void }) {
  const editor = useEditor();
  const focus = useSetAtom(focusRequestAtom);
  const openSide = useSetAtom(sidePanelAtom);
  const go = ({ location }: Diagnostic): void => {
    const { node, path } = location;
    if (node === undefined) return;
    editor.select(selectNodes([node]));
    openSide("inspector");
    focus({ node, ...(path === undefined ? {} : { path }) });
    onGo?.();
  };
  return (
    <ul className="flex flex-col gap-0.5">
      {diagnostics.map((diagnostic) => {
        const { code, severity, message, hint, location } = diagnostic;
        const place = [location.node ?? "", ...(location.path ?? [])].filter((part) => part !== "").join(".");
        const Icon = severity === "error" ? CircleAlert : TriangleAlert;
        return (
          <li key={`${code} ${place} ${location.edge ?? ""} ${message}`}>
            <button
              type="button"
              disabled={location.node === undefined}
              onClick={() => go(diagnostic)}
              className="flex w-full items-start gap-2 rounded-md px-1.5 py-1 text-left text-sm enabled:hover:bg-hover"
            >
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${severity === "error" ? "text-bad" : "text-warn"}`} />
              <span className="min-w-0">
                {place === "" ? null : <span className="mr-1.5 font-mono text-xs text-muted">{place}</span>}
                {message} <span className="text-muted">{hint}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
