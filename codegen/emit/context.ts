import type { Catalog } from "../catalog.ts";
import type { NodeRef, Value } from "../ir/ir.ts";
import type { Doc, StatementDoc } from "./doc.ts";
import type { Names } from "./names.ts";
import type { PlanBlock, Planner } from "./plan.ts";
import type { GraphPath } from "./source-map.ts";

/** `source`: what people read and own. `server`: the same statements with each step called by its node. */
export type EmitTarget = "source" | "server";

/** What the printers of statements share. */
export interface EmitContext {
  readonly target: EmitTarget;
  readonly catalog: Catalog;
  readonly names: Names;
  readonly planner: Planner;
  /** A config value at a field of a node. */
  value(value: Value, node: NodeRef, path: GraphPath): Doc;
  /** A bare expression (`when`, `until`). */
  expression(text: string, node: NodeRef, path: GraphPath): Doc;
  /** The same, in brackets where it would not be one operand. */
  operand(text: string, node: NodeRef, path: GraphPath): Doc;
  /** The statements of a block, without its closing returns. */
  block(block: PlanBlock): StatementDoc[];
  /** A statement to be printed when those around it are. */
  defer(print: () => Doc): Doc;
  /** Adds a type above the local steps. */
  addDataType(type: Doc): void;
  /** Adds a function above the workflow's own. */
  addLocalStep(step: Doc): void;
}
