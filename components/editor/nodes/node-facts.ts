import { atom, useAtomValue, useStore } from "jotai";
import { useCallback, useMemo } from "react";
import { diagnosticsAtom, nodeRunsAtom } from "../screen.ts";
import type { NodeRun } from "../screen.ts";

/** What is wrong with a node, as far as a card shows it. */
export interface NodeProblems {
  readonly errors: number;
  readonly warnings: number;
  readonly message: string;
  readonly path: readonly (string | number)[] | undefined;
}

const problemsAtom = atom((get): ReadonlyMap<string, NodeProblems> => {
  const byNode = new Map<string, NodeProblems>();
  for (const { location, severity, message } of get(diagnosticsAtom)) {
    if (location.node === undefined) continue;
    const known = byNode.get(location.node);
    const isError = severity === "error";
    // The first error stands for all; a warning only where there is no error.
    const leads = !known || (isError && known.errors === 0);
    byNode.set(location.node, {
      errors: (known?.errors ?? 0) + (isError ? 1 : 0),
      warnings: (known?.warnings ?? 0) + (isError ? 0 : 1),
      message: leads ? message : known.message,
      path: leads ? location.path : known.path,
    });
  }
  return byNode;
});

/** What a node did in the run that is looked at. */
export function useNodeRun(id: string): NodeRun | undefined {
  return useAtomValue(useMemo(() => atom((get) => get(nodeRunsAtom).get(id)), [id]));
}

/** What is wrong with a node now; keeps its identity while that stays the same. */
export function useNodeProblems(id: string): NodeProblems | undefined {
  return useAtomValue(
    useMemo(() => {
      let last: NodeProblems | undefined;
      return atom((get) => {
        const next = get(problemsAtom).get(id);
        const isSame = last && next && last.errors === next.errors && last.warnings === next.warnings && last.message === next.message;
        if (!isSame) last = next;
        return last;
      });
    }, [id]),
  );
}

/** Asks where a node's first problem is; draws nothing again when that changes. */
export function useProblemPath(): (id: string) => readonly (string | number)[] | undefined {
  const atoms = useStore();
  return useCallback((id) => atoms.get(problemsAtom).get(id)?.path, [atoms]);
}
