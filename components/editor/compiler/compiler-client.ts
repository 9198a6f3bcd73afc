import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { SourceMap } from "../../../codegen/emit/source-map.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Completions } from "../../../codegen/types/complete.ts";
import type { FieldScope } from "../../../codegen/types/field-scope.ts";
import type { TypesAtOptions } from "../../../codegen/types/types-at.ts";

/** A place in a graph where text is typed. */
export interface FieldPlace {
  readonly node: string;
  readonly field: readonly (string | number)[];
}

/** The compiler as the editor asks it: in a worker of its own, which loads when it is first asked. Later questions of a kind replace waiting ones. */
export interface CompilerClient {
  /** The module that the graph becomes, or what keeps it from becoming one. */
  emit(graph: Graph): Promise<{ readonly ok: true; readonly source: string; readonly map: SourceMap } | Refused>;
  /** The graph of a module; `base` gives ids, layout and what code does not hold. */
  parse(source: string, base: Graph): Promise<{ readonly ok: true; readonly graph: Graph } | Refused>;
  /** What TypeScript says of the graph's mappings; errors and warnings on nodes and fields. */
  checkTypes(graph: Graph): Promise<readonly Diagnostic[]>;
  /** What may be named in a field, with types and, given samples, values. */
  typesAt(graph: Graph, place: FieldPlace, options?: TypesAtOptions): Promise<FieldScope>;
  /** What may be written at an offset of a field's text. */
  completionsAt(graph: Graph, place: FieldPlace, text: string, offset: number, options?: TypesAtOptions): Promise<Completions>;
}

interface Refused {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
}
