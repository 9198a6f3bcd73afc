"use client";
import { useLayoutEffect, useMemo, useRef } from "react";
import { useCompiler } from "../../compiler/use-compiler.ts";
import { Superseded } from "../../compiler/superseded.ts";
import { useEditor } from "../../editor-context.tsx";
import type { ConfigPath } from "../node-form.tsx";
import { useNodeForm } from "../node-form.tsx";
import type { CompletionHost } from "./completions.ts";
import { useFieldData } from "./field-data.tsx";
import { useScope } from "./scope.tsx";

/** What may be written in a field, asked of the compiler. */
export function useCompletions(path: ConfigPath): CompletionHost {
  const { node } = useNodeForm();
  const { samples, variables } = useFieldData();
  const compiler = useCompiler();
  const editor = useEditor();
  const scope = useScope();
  const now = useRef({ samples, variables, scope, path, compiler });
  useLayoutEffect(() => {
    now.current = { samples, variables, scope, path, compiler };
  });
  return useMemo(
    () => ({
      complete: async (text, offset) => {
        const { samples, variables, path, compiler } = now.current;
        try {
          return await compiler.completionsAt(editor.state.graph, { node: node.id, field: path }, text, offset, { samples, variables });
        } catch (error) {
          if (error instanceof Superseded) return undefined;
          throw error;
        }
      },
      isOptional: (path) => {
        const known = now.current.scope.current;
        const name = path.at(-1);
        if (path.length === 1) return known?.entries.find((entry) => entry.name === name)?.optional ?? false;
        return known?.members(path.slice(0, -1)).find((member) => member.name === name)?.optional ?? false;
      },
    }),
    [editor, node.id],
  );
}
