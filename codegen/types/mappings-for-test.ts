import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { compile } from "../index.ts";
import type { Json } from "../schema/json.ts";
import { makeShop, shopCatalog } from "./shop-for-test.ts";
import type { TypeCheckOptions, TypeChecker } from "./type-checker.ts";

/** What a node's field is set to in place of what the shop's graph has there. */
export interface Mapping {
  readonly node: string;
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

/** All that is said of the shop's graph with some of its fields set. */
export function diagnoseMapping(
  checker: TypeChecker,
  mapping: Mapping,
  options: Omit<TypeCheckOptions, "graph"> = {},
): readonly Diagnostic[] {
  const graph = makeShop();
  const node = graph.nodes.find(({ id }) => id === mapping.node);
  if (!node) throw new Error(`There is no node ${mapping.node}.`);
  // The copy is JSON, as the config is.
  const config = structuredClone(node.config ?? {}) as { [key: string]: Json };
  let at: { [key: string]: Json } = config;
  for (const [index, step] of mapping.path.entries()) {
    if (index === mapping.path.length - 1) at[step] = mapping.value;
    // Objects and lists alike are written to by key.
    else at = (at[step] ??= typeof mapping.path[index + 1] === "number" ? [] : {}) as { [key: string]: Json };
  }
  node.config = config;
  const compiled = compile(graph, shopCatalog, {});
  if (!compiled.ok) return compiled.diagnostics;
  return [...compiled.warnings, ...checker.check(compiled.source, compiled.map, { ...options, graph })];
}
