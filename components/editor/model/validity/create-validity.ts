import type { Catalog } from "../../../../codegen/catalog.ts";
import { check } from "../../../../codegen/check/check.ts";
import type { CheckOptions } from "../../../../codegen/check/context.ts";
import type { Diagnostic } from "../../../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import type { Editor } from "../editor.ts";
import { indexOf } from "../graph-index.ts";
import { sameJson } from "../same-json.ts";
import { hasSameMeaning, isSameButPlaced } from "../same-meaning.ts";

/** The actions as far as they are known now. */
export interface CatalogSource {
  /** Another object when more is known. */
  readonly catalog: Catalog;
  /** Asks for what a graph uses. */
  want(graph: Graph): void;
  /** Whether it is not known yet what a kind takes and gives, or whether there is one. */
  isPending(kind: string): boolean;
  subscribe(listener: () => void): () => void;
}

/** What is wrong, and at which node; what is wrong with an edge is shown at its source too. Lists that say the same are the same. */
export type PublishProblems = (all: readonly Diagnostic[], byNode: ReadonlyMap<string, readonly Diagnostic[]>) => void;

export interface ValidityOptions {
  /** What `check` is told beyond the graph. */
  readonly check?: CheckOptions;
  /** Asks the type checker; without it there are no types. */
  readonly checkTypes?: (graph: Graph) => Promise<readonly Diagnostic[]>;
}

export interface Validity {
  /** Other connections, variables or workflows than before: checks again. */
  setCheckOptions(options: CheckOptions): void;
  dispose(): void;
}

/** What cannot be said of an action before its schemas are here. */
const NEEDS_SCHEMAS: ReadonlySet<string> = new Set<Diagnostic["code"]>(["unknown-kind", "output-not-supported"]);
/** Nodes up to which a check takes no time that anybody could notice. */
const AT_ONCE = 300;
/** Milliseconds after the last change that larger graphs are checked, */
const PAUSE = 40;
/** and that types are: what is being typed is mostly wrong. */
const TYPES_PAUSE = 250;

/**
 * Checks the editor's graph after each change of what it means and publishes what is wrong: the fast rules at once, types when the checker
 * has answered. An answer about a graph that is no more is dropped; until there is one, what types said of nodes that did not change stays.
 */
export function createValidity(editor: Editor, source: CatalogSource, publish: PublishProblems, options: ValidityOptions = {}): Validity {
  let checkOptions = options.check ?? {};
  let seen: Graph | undefined;
  let rules: readonly Diagnostic[] = [];
  let types: { readonly graph: Graph; readonly found: readonly Diagnostic[] } | undefined;
  let published: readonly Diagnostic[] | undefined;
  let byNode: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typesTimer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const show = (): void => {
    const { graph } = editor.state;
    const all = merge(rules, types ? stillTrue(types.found, types.graph, graph) : []);
    if (published !== undefined && sameJson(published, all)) return;
    published = all;
    byNode = groupByNode(all, graph, byNode);
    publish(all, byNode);
  };
  const run = (): void => {
    timer = undefined;
    const { graph } = editor.state;
    const found = check(graph, source.catalog, checkOptions);
    rules = found.filter(({ code, location }) => !NEEDS_SCHEMAS.has(code) || !source.isPending(kindAt(graph, location.node)));
    show();
  };
  const askTypes = async (): Promise<void> => {
    const { graph } = editor.state;
    const question = ++asked;
    const found = await options.checkTypes?.(graph).catch(() => undefined);
    if (found === undefined || question !== asked || !hasSameMeaning(graph, editor.state.graph)) return;
    types = { graph, found };
    show();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (editor.state.graph.nodes.length <= AT_ONCE) run();
    else timer = setTimeout(run, PAUSE);
    if (!options.checkTypes) return;
    clearTimeout(typesTimer);
    typesTimer = setTimeout(() => void askTypes(), TYPES_PAUSE);
  };
  const look = (): void => {
    const { graph } = editor.state;
    if (seen && hasSameMeaning(seen, graph)) return;
    seen = graph;
    source.want(graph);
    schedule();
  };

  const stops = [editor.subscribe(look), source.subscribe(schedule)];
  look();
  return {
    setCheckOptions(next) {
      checkOptions = next;
      schedule();
    },
    dispose() {
      for (const stop of stops) stop();
      clearTimeout(timer);
      clearTimeout(typesTimer);
      asked++;
    },
  };
}

function kindAt(graph: Graph, id: string | undefined): string {
  return indexOf(graph).nodes.get(id ?? "")?.kind ?? "";
}

/** What was said of nodes that are as they were. */
function stillTrue(found: readonly Diagnostic[], then: Graph, now: Graph): readonly Diagnostic[] {
  if (hasSameMeaning(then, now)) return found;
  return found.filter(({ location }) => {
    const [before, after] = [then, now].map((graph) => indexOf(graph).nodes.get(location.node ?? ""));
    return before !== undefined && after !== undefined && isSameButPlaced(before, after);
  });
}

/** Both, without what the rules have said in other words already: an error at the same field. */
function merge(rules: readonly Diagnostic[], types: readonly Diagnostic[]): readonly Diagnostic[] {
  if (types.length === 0) return rules;
  const said = new Set(rules.filter(({ severity }) => severity === "error").map(({ location }) => JSON.stringify(location)));
  return [...rules, ...types.filter(({ location }) => !said.has(JSON.stringify(location)))];
}

function groupByNode(
  all: readonly Diagnostic[],
  graph: Graph,
  before: ReadonlyMap<string, readonly Diagnostic[]>,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const { edges } = indexOf(graph);
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of all) {
    const id = diagnostic.location.node ?? edges.get(diagnostic.location.edge ?? "")?.source;
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.push(diagnostic);
    else groups.set(id, [diagnostic]);
  }
  return new Map(
    [...groups].map(([id, group]) => {
      const old = before.get(id);
      return [id, old && sameJson(old, group) ? old : group];
    }),
  );
}
