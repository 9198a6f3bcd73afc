import type { Graph } from "../../codegen/schema/graph.ts";

/** The names of workflows that a graph calls. */
export function calledBy({ nodes }: Graph): string[] {
  return nodes.flatMap(({ kind, config, disabled }) => {
    const name = kind === "control.call" && !disabled ? config?.["workflow"] : undefined;
    return typeof name === "string" ? [name] : [];
  });
}

/** These graphs and all that they call, directly or not, each once; `find` is asked for those that are not given. What it does not know stays missing. */
export async function gatherWorkflows(
  graphs: readonly [Graph, ...Graph[]],
  find: (name: string) => Promise<Graph | undefined>,
): Promise<[Graph, ...Graph[]]> {
  const gathered: [Graph, ...Graph[]] = [...graphs];
  const known = new Set(graphs.map(({ name }) => name));
  // The list grows while it is read.
  for (const graph of gathered) {
    for (const name of calledBy(graph)) {
      if (known.has(name)) continue;
      known.add(name);
      const found = await find(name);
      if (found) gathered.push(found);
    }
  }
  return gathered;
}
