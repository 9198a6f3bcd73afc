"use client";
import { useEffect, useRef } from "react";
import { codeText as text } from "../../text/code.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { MonacoMissing } from "./monaco-missing.tsx";
import { editorOptions } from "./monaco/options.ts";
import { useMonaco } from "./monaco/use-monaco.ts";

/** Two versions of a text and what differs: side by side where there is room. Fills the height it is given. */
export function CodeDiff({
  before,
  after,
  language,
  inline = false,
  narrow = false,
}: {
  readonly before: string;
  readonly after: string;
  readonly language: "typescript" | "json";
  /** One text with what went and what came, however much room there is. */
  readonly inline?: boolean;
  /** For a small part of a page: long lines wrap, and no lines are counted. */
  readonly narrow?: boolean;
}) {
  const loaded = useMonaco();
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!loaded || loaded instanceof Error || !container.current) return;
    const { monaco, PLAIN_TYPESCRIPT } = loaded;
    const shown = language === "typescript" ? PLAIN_TYPESCRIPT : language;
    const [original, modified] = [monaco.editor.createModel(before, shown), monaco.editor.createModel(after, shown)];
    const diff = monaco.editor.createDiffEditor(container.current, {
      ...editorOptions,
      readOnly: true,
      originalEditable: false,
      renderSideBySide: !inline,
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 720,
      hideUnchangedRegions: { enabled: !narrow },
      ...(narrow
        ? { lineNumbers: "off", wordWrap: "on", diffWordWrap: "on", lineDecorationsWidth: 14, padding: { top: 8, bottom: 8 } }
        : {}),
      renderOverviewRuler: false,
      originalAriaLabel: text.diff.before,
      modifiedAriaLabel: text.diff.after,
      tabFocusMode: true,
      renderValidationDecorations: "off",
    });
    diff.setModel({ original, modified });
    // The names above do not reach the text boxes of an inline difference.
    diff.getOriginalEditor().updateOptions({ ariaLabel: text.diff.before });
    diff.getModifiedEditor().updateOptions({ ariaLabel: text.diff.after });
    return () => {
      diff.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [loaded, before, after, language, inline, narrow]);
  if (loaded instanceof Error) return <MonacoMissing error={loaded} />;
  return (
    <section aria-label={text.diff.label} className="relative h-full min-h-40">
      {/* React Flow hears of Space on the whole page, and Monaco types into no element that it knows. */}
      <div ref={container} className="nokey h-full" />
      {loaded ? null : (
        <div className="absolute inset-0 grid place-items-center">
          <Spinner label={text.loading} />
        </div>
      )}
    </section>
  );
}
