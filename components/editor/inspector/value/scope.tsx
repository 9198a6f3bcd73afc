"use client";
import { useAtomValue } from "jotai";
import { createContext, useContext, useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { FieldScope } from "../../../../codegen/types/field-scope.ts";
import { useCompiler } from "../../compiler/use-compiler.ts";
import { Superseded } from "../../compiler/superseded.ts";
import { useEditorState } from "../../editor-context.tsx";
import { activeFieldAtom } from "../inspector-state.ts";
import type { ConfigPath } from "../node-form.tsx";
import { useNodeForm } from "../node-form.tsx";
import { useFieldData } from "./field-data.tsx";

/** What may be named in the fields of a node; undefined while it is being read. */
export interface Scope {
  readonly current: FieldScope | undefined;
  /** The field that it is of. */
  readonly path: ConfigPath;
  /** Why it is not known. */
  readonly problem: string | undefined;
}

const nothing: Scope = { current: undefined, path: [], problem: undefined };
const Context = createContext<Scope>(nothing);

export function useScope(): Scope {
  return useContext(Context);
}

/** How long after the last change the compiler is asked anew, in milliseconds. */
const PAUSE = 300;

/** What a field may read, asked of the compiler a moment after anything changed. */
export function useScopeAt(path: ConfigPath): Scope {
  const { node } = useNodeForm();
  const { samples, variables } = useFieldData();
  const graph = useEditorState((state) => state.graph);
  const compiler = useCompiler();
  const [scope, setScope] = useState<Scope>(nothing);
  const pathKey = JSON.stringify(path);

  useEffect(() => {
    let isCurrent = true;
    const asked = JSON.parse(pathKey) as ConfigPath;
    const ask = async (): Promise<void> => {
      try {
        const current = await compiler.typesAt(graph, { node: node.id, field: asked }, { samples, variables });
        if (isCurrent) setScope({ current, path: asked, problem: undefined });
      } catch (error) {
        if (isCurrent && !(error instanceof Superseded)) {
          setScope((known) => ({ ...known, problem: error instanceof Error ? error.message : String(error) }));
        }
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [compiler, graph, node.id, pathKey, samples, variables]);
  return scope;
}

/** Tells the fields below what they may read: the one with the focus, else the one that stands for all. */
export function ScopeProvider({ path, children }: { readonly path: ConfigPath; readonly children: ReactNode }) {
  const { node } = useNodeForm();
  const active = useAtomValue(activeFieldAtom);
  const scope = useScopeAt(active?.node === node.id ? active.path : path);
  return <Context value={scope}>{children}</Context>;
}
