import type { ts } from "ts-morph";
import type { Graph } from "../schema/graph.ts";
import type { Member } from "./members.ts";
import type { FieldPlace } from "./probe.ts";
import type { TypedModule } from "./program.ts";

/** What a field may read. */
export interface ScopeEntry {
  readonly name: string;
  /** `input`: what the run is given; `output`: of a node; `item`: a loop's variable; `error`: why a node failed; `variables`: of the workspace. */
  readonly kind: "input" | "output" | "item" | "error" | "variables" | "global";
  /** The node it comes from, and what people call it. */
  readonly node?: string;
  readonly label?: string;
  readonly type: string;
  readonly words: string;
  /** It may be missing at the field. */
  readonly optional: boolean;
  /** Why it may be missing, as a clause. */
  readonly because?: string;
  readonly hasMembers: boolean;
  readonly sample?: unknown;
}

/** What is in scope in a field. */
export interface FieldScope {
  readonly entries: readonly ScopeEntry[];
  /** What can be read from a name, or further down: `members(["order", "body"])`. A number is an item of a list. Made when asked for. */
  members(path: readonly (string | number)[]): readonly Member[];
}

/** What is known of a field whatever is typed in it. */
export interface KnownField {
  readonly graph: Graph;
  readonly place: FieldPlace;
  readonly names: readonly string[];
  /** Undefined where the graph can't be understood. */
  readonly module: TypedModule | undefined;
  readonly values: ReadonlyMap<string, ts.Expression>;
}
