import type { Graph } from "../../../codegen/schema/graph.ts";
import { isIdentifier, isVariableName } from "../../../codegen/schema/identifiers.ts";
import { configOf } from "../../../codegen/schema/node-facts.ts";

/** Every name that a new node of the graph cannot have: nodes, the errors of nodes, loops' variables, the workflow. */
export function takenNames(graph: Graph): Set<string> {
  const taken = new Set([graph.name]);
  for (const node of graph.nodes) {
    taken.add(node.id);
    taken.add(`${node.id}Error`);
    const variable = configOf(node)["as"];
    if (node.kind === "control.forEach" && typeof variable === "string") taken.add(variable);
  }
  return taken;
}

/** The wanted name, or the first of `name2`, `name3`, … that is free and not reserved; it is taken from then on. */
export function freshId(wanted: string, taken: Set<string>): string {
  const name = firstFree(wanted, (candidate) => isIdentifier(candidate) && !taken.has(candidate) && !taken.has(`${candidate}Error`));
  taken.add(name).add(`${name}Error`);
  return name;
}

/** The same for a loop's variable. */
export function freshVariable(wanted: string, taken: Set<string>): string {
  const name = firstFree(wanted, (candidate) => isVariableName(candidate) && !taken.has(candidate));
  taken.add(name);
  return name;
}

/** An edge's id that none of these is; it is taken from then on. */
export function freshEdgeId(taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(`e${number}`)) number++;
  taken.add(`e${number}`);
  return `e${number}`;
}

export function edgeIds(graph: Graph): Set<string> {
  return new Set(graph.edges.map((edge) => edge.id));
}

function firstFree(wanted: string, isFree: (name: string) => boolean): string {
  if (isFree(wanted)) return wanted;
  const [ending = ""] = /\d*$/.exec(wanted) ?? [];
  const bare = wanted.slice(0, wanted.length - ending.length);
  const stem = /^[a-z][A-Za-z0-9]*$/.test(bare) ? bare : "node";
  for (let number = Math.max(2, ending.length < 10 ? Number(ending) + 1 : 2); ; number++) {
    if (isFree(`${stem}${number}`)) return `${stem}${number}`;
  }
}
