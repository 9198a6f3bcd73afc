import type { Graph } from "../../codegen/schema/graph.ts";
import type { GraphChange } from "../api/ai-schemas.ts";
import type { OperationContext } from "./apply-operation.ts";
import { applyOperation, OperationProblem } from "./apply-operation.ts";
import { describeChange } from "./describe-change.ts";
import type { Operation } from "./operation.ts";
import { operationSchema } from "./operation.ts";
import { placeNodes } from "./place-nodes.ts";
import { printable } from "./printable.ts";

/** A document that a model changes, operation by operation. */
export class Draft {
  readonly #context: OperationContext;
  readonly #operations: Operation[] = [];
  /** Nodes that a person placed, by the name they have now. */
  readonly #settled: Set<string>;
  #graph: Graph;

  constructor(base: Graph, context: OperationContext) {
    this.#graph = base;
    this.#context = context;
    this.#settled = new Set(base.nodes.filter(({ position }) => position).map(({ id }) => id));
  }

  get graph(): Graph {
    return this.#graph;
  }

  get operations(): readonly Operation[] {
    return this.#operations;
  }

  /** Applies what a line says, and tells what it changed. Throws an OperationProblem, and then is as it was. */
  apply(line: string): { operation: Operation; change: GraphChange } {
    const operation = parseOperation(line);
    const before = this.#graph;
    const after = placeNodes(applyOperation(before, operation, this.#context));
    const change = describeChange(before, after, operation);
    this.#graph = after;
    this.#operations.push(operation);
    if (operation.op === "renameNode" && this.#settled.delete(operation.id)) this.#settled.add(operation.to);
    return { operation, change };
  }

  /** The document with all its new nodes placed anew, now that every edge is known. */
  laidOut(): Graph {
    const nodes = this.#graph.nodes.map((node) => {
      if (this.#settled.has(node.id)) return node;
      const { position: _, ...rest } = node;
      return rest;
    });
    return placeNodes({ ...this.#graph, nodes });
  }
}

const LONGEST_ISSUES = 3;

function parseOperation(line: string): Operation {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new OperationProblem("It is not JSON.");
  }
  const parsed = operationSchema.safeParse(value);
  if (parsed.success) return parsed.data.op === "say" ? { op: "say", text: printable(parsed.data.text) } : parsed.data;
  const issues = parsed.error.issues
    .slice(0, LONGEST_ISSUES)
    .map(({ path, message }) => `${path.map(String).join(".") || "the object"}: ${message}`);
  throw new OperationProblem(`It is no operation: ${issues.join("; ")}.`);
}
