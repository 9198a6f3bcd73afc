import type { Catalog } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckOptions, Rule } from "./context.ts";
import { createContext } from "./context.ts";
import { readInput } from "./read-input.ts";
import { checkCalledWorkflows } from "./rules/called-workflows.ts";
import { checkCodeBodies } from "./rules/code-bodies.ts";
import { checkConfigs } from "./rules/configs.ts";
import { checkConnections } from "./rules/connections.ts";
import { checkContainers } from "./rules/containers.ts";
import { checkCycles } from "./rules/cycles.ts";
import { checkDuplicateEdges } from "./rules/duplicate-edges.ts";
import { checkEdgeEnds } from "./rules/edge-ends.ts";
import { checkErrorNames } from "./rules/error-names.ts";
import { checkExpressions } from "./rules/expressions.ts";
import { checkIdentifiers } from "./rules/identifiers.ts";
import { checkKinds } from "./rules/kinds.ts";
import { checkLoopVariables } from "./rules/loop-variables.ts";
import { checkLooseNodes } from "./rules/loose-nodes.ts";
import { checkObjectsInText } from "./rules/objects-in-text.ts";
import { checkOutputs } from "./rules/outputs.ts";
import { checkPolicies } from "./rules/policies.ts";
import { checkPorts } from "./rules/ports.ts";
import { checkReferences } from "./rules/references.ts";
import { checkReturns } from "./rules/returns.ts";
import { checkSwitchCases } from "./rules/switch-cases.ts";
import { checkTrigger } from "./rules/trigger.ts";
import { checkUniqueIds } from "./rules/unique-ids.ts";
import { checkVariables } from "./rules/variables.ts";

/** In the order in which a person would mend a graph: names, kinds, wiring, fields, meaning. */
const rules: readonly Rule[] = [
  checkUniqueIds,
  checkIdentifiers,
  checkErrorNames,
  checkLoopVariables,
  checkTrigger,
  checkKinds,
  checkContainers,
  checkEdgeEnds,
  checkPorts,
  checkDuplicateEdges,
  checkCycles,
  checkLooseNodes,
  checkConfigs,
  checkSwitchCases,
  checkPolicies,
  checkConnections,
  checkOutputs,
  checkCalledWorkflows,
  checkCodeBodies,
  checkExpressions,
  checkReferences,
  checkVariables,
  checkObjectsInText,
  checkReturns,
];

/** Everything that is wrong with a graph, apart from what only the type checker sees. Never throws, whatever the JSON. */
export function check(graph: unknown, catalog: Catalog, options: CheckOptions = {}): Diagnostic[] {
  const read = readInput(graph);
  if ("diagnostics" in read) return [...read.diagnostics];
  const context = createContext(read.graph, catalog, options);
  for (const rule of rules) rule(context);
  return [...context.diagnostics];
}
