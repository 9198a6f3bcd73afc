import type { Atom } from "jotai";
import { atom, useAtomValue, useStore } from "jotai";
import { useCallback, useMemo } from "react";
import type { ChangeMark } from "../ai/preview.ts";
import { renamingAtom } from "../canvas/canvas-state.ts";
import { changeMarksAtom, diagnosticsAtom, nodeRunsAtom } from "../screen.ts";
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

/** What a card shows beside the document's own node. */
export interface NodeFacts {
  /** What it did in the run that is looked at. */
  readonly run: NodeRun | undefined;
  readonly problems: NodeProblems | undefined;
  /** What the change that is looked at makes of it. */
  readonly mark: ChangeMark | undefined;
  /** Its text is being typed in place. */
  readonly isTyped: boolean;
}

/** All of them in one subscription; they keep their identity while they stay the same. */
export function useNodeFacts(id: string): NodeFacts {
  return useAtomValue(useMemo(() => makeFactsAtom(id), [id]));
}

function makeFactsAtom(id: string): Atom<NodeFacts> {
  let last: NodeFacts = { run: undefined, problems: undefined, mark: undefined, isTyped: false };
  return atom((get) => {
    const run = get(nodeRunsAtom).get(id);
    const next = get(problemsAtom).get(id);
    const problems = isSame(last.problems, next) ? last.problems : next;
    const isTyped = get(renamingAtom) === id;
    const mark = get(changeMarksAtom).nodes.get(id);
    if (run !== last.run || problems !== last.problems || mark !== last.mark || isTyped !== last.isTyped)
      last = { run, problems, mark, isTyped };
    return last;
  });
}

function isSame(a: NodeProblems | undefined, b: NodeProblems | undefined): boolean {
  if (!a || !b) return a === b;
  return a.errors === b.errors && a.warnings === b.warnings && a.message === b.message;
}

/** Asks where a node's first problem is; draws nothing again when that changes. */
export function useProblemPath(): (id: string) => readonly (string | number)[] | undefined {
  const atoms = useStore();
  return useCallback((id) => atoms.get(problemsAtom).get(id)?.path, [atoms]);
}
