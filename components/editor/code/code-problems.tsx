"use client";
import { CircleAlert } from "lucide-react";
import { useSetAtom } from "jotai";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import { codeText as text } from "../../text/code.ts";
import { Button } from "../../ui/button.tsx";
import { useEditor } from "../editor-context.tsx";
import { selectNodes } from "../model/selection.ts";
import { focusRequestAtom } from "../screen.ts";

/** Why the graph can't be written as code, each with a way to its node. */
export function CodeProblems({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  const editor = useEditor();
  const focus = useSetAtom(focusRequestAtom);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const show = (node: string, path: Diagnostic["location"]["path"]): void => {
    editor.select(selectNodes([node]));
    focus({ node, ...(path === undefined ? {} : { path }) });
  };
  return (
    <ul className="max-h-40 shrink-0 overflow-auto border-b border-line bg-bad-soft py-1 text-xs">
      {errors.map(({ code, message, hint, location }) => (
        <li key={`${code} ${message}`} className="flex items-start gap-2 px-3 py-1">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-bad" />
          <p className="min-w-0 flex-1">
            {message} <span className="text-muted">{hint}</span>
          </p>
          {location.node === undefined ? null : (
            <Button size="sm" look="link" onClick={() => show(location.node ?? "", location.path)}>
              {text.showNode(location.node)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
