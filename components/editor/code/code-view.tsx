"use client";
import { useAtomValue } from "jotai";
import { useEffect, useRef, useState } from "react";
import { codeText as text } from "../../text/code.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { cn } from "../../ui/cn.ts";
import { toast } from "../../ui/toast.ts";
import { useCompiler } from "../compiler/use-compiler.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { diagnosticsAtom } from "../screen.ts";
import { CodeProblems } from "./code-problems.tsx";
import { CodeSession } from "./code-session.ts";
import { CodeStatus } from "./code-status.tsx";
import { MonacoMissing } from "./monaco-missing.tsx";
import { useMonaco } from "./monaco/use-monaco.ts";
import type { CodeState } from "./sync.ts";

/** The module of the open workflow, always in step with the canvas. */
export function CodeView() {
  const loaded = useMonaco();
  const editor = useEditor();
  const compiler = useCompiler();
  const { canEdit } = useOpenDocument();
  const diagnostics = useAtomValue(diagnosticsAtom);
  const container = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<CodeSession>();
  const [state, setState] = useState<CodeState>({ kind: "loading" });

  useEffect(() => {
    if (!loaded || loaded instanceof Error || !container.current) return;
    const made = new CodeSession({
      container: container.current,
      loaded,
      editor,
      compiler,
      canEdit,
      onState: setState,
      onConflict: (count) => toast.info(text.conflict(count)),
    });
    setSession(made);
    return () => {
      setSession(undefined);
      made.dispose();
    };
  }, [loaded, editor, compiler, canEdit]);
  useEffect(() => {
    session?.underline(diagnostics);
  }, [session, diagnostics]);

  if (loaded instanceof Error) return <MonacoMissing error={loaded} />;
  return (
    <section aria-label={text.editor} className="relative flex h-full min-h-0 flex-col bg-surface">
      {state.kind === "stale" ? <CodeProblems diagnostics={state.diagnostics} /> : null}
      {/* React Flow hears of Space on the whole page, and Monaco types into no element that it knows. */}
      <div ref={container} className={cn("nokey min-h-0 flex-1", state.kind === "stale" && "grayscale")} />
      {state.kind === "loading" ? (
        <div className="absolute inset-0 grid place-items-center">
          <Spinner label={text.loading} />
        </div>
      ) : null}
      <CodeStatus state={state} session={session} canEdit={canEdit} />
    </section>
  );
}
