import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { SourceMapEntry } from "../../../codegen/emit/source-map.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Completions } from "../../../codegen/types/complete.ts";
import type { ScopeEntry } from "../../../codegen/types/field-scope.ts";
import type { Member } from "../../../codegen/types/members.ts";
import type { TypesAtOptions } from "../../../codegen/types/types-at.ts";
import type { FieldPlace, ModuleDeclaration, Refused } from "./compiler-client.ts";

interface Place {
  readonly graph: Graph;
  readonly place: FieldPlace;
  readonly options: TypesAtOptions;
}

/** What is asked of the worker and what it answers, by kind. Everything in it can be cloned. */
export interface Questions {
  emit: { asks: { graph: Graph }; gives: { readonly ok: true; source: string; entries: readonly SourceMapEntry[] } | Refused };
  emitDraft: {
    asks: { graph: Graph };
    gives: { readonly ok: true; source: string; entries: readonly SourceMapEntry[]; diagnostics: readonly Diagnostic[] } | Refused;
  };
  parse: { asks: { source: string; base: Graph }; gives: { readonly ok: true; graph: Graph } | Refused };
  checkTypes: { asks: { graph: Graph }; gives: readonly Diagnostic[] };
  /** `members`: of the paths near the root, by their JSON. */
  typesAt: { asks: Place; gives: { entries: readonly ScopeEntry[]; members: ReadonlyMap<string, readonly Member[]> } };
  membersAt: { asks: Place & { path: readonly (string | number)[] }; gives: readonly Member[] };
  completionsAt: { asks: Place & { text: string; offset: number }; gives: Completions };
  declarationsOf: { asks: { modules: readonly string[] }; gives: readonly ModuleDeclaration[] };
}

export type QuestionKind = keyof Questions;

/** A message to the worker. */
export type Question = {
  [Kind in QuestionKind]: { readonly id: number; readonly kind: Kind; readonly asks: Questions[Kind]["asks"] };
}[QuestionKind];

/** A message from the worker. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly gives: Questions[QuestionKind]["gives"] }
  | { readonly id: number; readonly ok: false; readonly message: string };
