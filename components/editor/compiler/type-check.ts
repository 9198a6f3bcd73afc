import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Editor } from "../model/editor.ts";
import type { CompilerClient } from "./compiler-client.ts";
import { Superseded } from "./superseded.ts";

/** How long after the last edit types are checked, and after opening at the soonest, in milliseconds. */
const REST_MS = 300;
const FIRST_MS = 2_000;

/** What `createTypeCheck` tells: the graph that was checked, and what was found in it. */
export type PublishTypes = (graph: Graph, diagnostics: readonly Diagnostic[]) => void;

/**
 * Checks types whenever the editor's graph has come to rest. The compiler is not loaded for it before the page is idle, so that it costs the
 * first load nothing. Gives the function that ends it. Where the compiler fails, what was found last stands.
 */
export function createTypeCheck(
  editor: Editor,
  compiler: Pick<CompilerClient, "checkTypes" | "isAwake">,
  publish: PublishTypes,
): () => void {
  let isEnded = false;
  let mayWake = false;
  let checked: Graph | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const check = (): void => {
    const { graph } = editor.state;
    if (graph === checked || !(mayWake || compiler.isAwake)) return;
    checked = graph;
    compiler.checkTypes(graph).then(
      (diagnostics) => {
        if (!isEnded && editor.state.graph === graph) publish(graph, diagnostics);
      },
      (error: unknown) => {
        // Another question took its place, or the compiler broke off: the next edit asks anew.
        if (!(error instanceof Superseded) && checked === graph) checked = undefined;
      },
    );
  };
  const first = setTimeout(() => {
    whenIdle(() => {
      mayWake = true;
      if (!isEnded) check();
    });
  }, FIRST_MS);
  const unsubscribe = editor.subscribe(() => {
    if (editor.state.graph === checked) return;
    clearTimeout(rest);
    rest = setTimeout(check, REST_MS);
  });
  return () => {
    isEnded = true;
    clearTimeout(first);
    clearTimeout(rest);
    unsubscribe();
  };
}

function whenIdle(act: () => void): void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: 5_000 });
  else setTimeout(act);
}
