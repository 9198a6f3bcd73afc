import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { SourceMap } from "../../../codegen/emit/source-map.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Completions } from "../../../codegen/types/complete.ts";
import type { FieldScope } from "../../../codegen/types/field-scope.ts";
import type { Member } from "../../../codegen/types/members.ts";
import type { TypesAtOptions } from "../../../codegen/types/types-at.ts";

/** A place in a graph where text is typed. */
export interface FieldPlace {
  readonly node: string;
  readonly field: readonly (string | number)[];
}

/** A module as the compiler prints it. */
export interface EmittedModule {
  readonly ok: true;
  readonly source: string;
  readonly map: SourceMap;
}

/** A module as far as its graph goes, with what is wrong in it: fields that are missing, names that are not in scope. */
export interface DraftModule extends EmittedModule {
  readonly diagnostics: readonly Diagnostic[];
}

/** The types of a module that code imports. */
export interface ModuleDeclaration {
  readonly module: string;
  readonly text: string;
}

/**
 * The compiler as the editor asks it: in a worker of its own, which loads when it is first asked. A later question of a kind (for `typesAt`,
 * `membersAt` and `completionsAt`: about the same field) replaces one that waits, whose promise rejects with `Superseded`. When the worker
 * crashes, the question that it was at rejects and the next one starts another worker.
 */
export interface CompilerClient {
  /** Whether the worker has been started, by whichever question. */
  readonly isAwake: boolean;
  /** The module that the graph becomes, or what keeps it from becoming one. Askers of different names don't replace each other's questions. */
  emit(graph: Graph, asker?: string): Promise<EmittedModule | Refused>;
  /** The module of a graph at work: as `emit`, but what does not bend the module's structure does not keep it from being shown. */
  emitDraft(graph: Graph): Promise<DraftModule | Refused>;
  /** The graph of a module; `base` gives ids, layout and what code does not hold. */
  parse(source: string, base: Graph): Promise<{ readonly ok: true; readonly graph: Graph } | Refused>;
  /** What TypeScript says of the graph's mappings and code, errors and warnings on nodes and fields; nothing of a graph that can't be compiled. */
  checkTypes(graph: Graph): Promise<readonly Diagnostic[]>;
  /** What may be named in a field, with types and, given samples, values. `members` knows the fields near the root; `membersAt` all. */
  typesAt(graph: Graph, place: FieldPlace, options?: TypesAtOptions): Promise<FieldScope>;
  /** What can be read from a path of a field's scope, however deep. */
  membersAt(graph: Graph, place: FieldPlace, path: readonly (string | number)[], options?: TypesAtOptions): Promise<readonly Member[]>;
  /** What may be written at an offset of a field's text. */
  completionsAt(graph: Graph, place: FieldPlace, text: string, offset: number, options?: TypesAtOptions): Promise<Completions>;
  /** The declarations of modules that code imports, and of the modules they import in turn; unknown ones are left out. */
  declarationsOf(modules: readonly string[]): Promise<readonly ModuleDeclaration[]>;
  /** Ends the worker; another question starts another. */
  dispose(): void;
}

/** Why a graph or a module is not compiled. */
export interface Refused {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
}
