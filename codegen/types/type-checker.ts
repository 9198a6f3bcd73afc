import { ts } from "ts-morph";
import type { Catalog } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceMap } from "../emit/source-map.ts";
import type { Graph } from "../schema/graph.ts";
import { checkCodeData } from "./check-code-data.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkTexts } from "./check-texts.ts";
import { checkValues } from "./check-values.ts";
import { explainTypeError } from "./explain-type-error.ts";
import type { Subject } from "./place.ts";
import type { ModuleReader } from "./program.ts";
import { createModuleReader } from "./program.ts";
import { findUncheckedData } from "./unchecked-data.ts";

/** What the checker may know beyond the module. */
export interface TypeCheckOptions {
  /** The document the module was made from: messages then point into its fields, and say which branch skips a node. */
  readonly graph?: Graph;
  /** In place of the checker's own. */
  readonly catalog?: Catalog;
  /** What data of unknown shape that is read from is: a warning when left out. */
  readonly looseData?: "warn" | "error";
}

/** Asks TypeScript about emitted modules. Keeps everything but the workflow itself between calls. */
export interface TypeChecker {
  /**
   * TypeScript's complaints about an emitted module, each on its node and field. Empty when the module type-checks; given the graph, there
   * are warnings too.
   */
  check(source: string, map: SourceMap, options?: TypeCheckOptions): Diagnostic[];
}

/**
 * A checker for modules that import the steps of `catalog`, whose types come from the actions' schemas. Runs in a browser's worker too, where
 * one `read` serves several checkers and readers.
 */
export function createTypeChecker(options: { readonly catalog: Catalog; readonly read?: ModuleReader }): TypeChecker {
  const { read = createModuleReader() } = options;
  return {
    check(source, map, { graph, catalog = options.catalog, looseData = "warn" } = {}) {
      const { file, types, diagnose } = read(source, catalog, map);
      const subject: Subject = { file, types, map, catalog, graph };
      const complaints = diagnose().filter((diagnostic) => !isOfLetter(diagnostic, subject));
      const errors = [...checkValues(subject), ...complaints.map((diagnostic) => explainTypeError(diagnostic, subject))];
      const all = graph ? [...errors, ...checkCodeData(subject), ...checkTexts(subject), ...checkConditions(subject)] : errors;
      const found = withoutTwins(all).filter(isNoConsequence).filter(isNotSaidBetter);
      return graph ? [...found, ...findUncheckedData(subject, graph, looseData)] : found;
    },
  };
}

/** Each thing said once, though TypeScript finds it at several places of a chain, or of the module. */
function withoutTwins(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, location, excerpt }: Diagnostic): string => JSON.stringify([code, location, excerpt?.start, excerpt?.end]);
  return [...new Map(diagnostics.toReversed().map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()].toReversed();
}

/** Of a value of a wrong kind that may be missing besides, the kind is said: a fallback would not make it fit. */
function isNotSaidBetter({ code, location, excerpt }: Diagnostic, _: number, all: readonly Diagnostic[]): boolean {
  if (code !== "possibly-missing" || !excerpt) return true;
  const isSame = (other: Diagnostic): boolean =>
    other.code === "type-mismatch" &&
    other.location.node === location.node &&
    other.excerpt?.text === excerpt.text &&
    other.excerpt.start === excerpt.start &&
    other.excerpt.end === excerpt.end;
  return !all.some(isSame);
}

/** Whether a complaint is of what a loop goes through though it may not: the letters of a text, which is said where the text is. */
function isOfLetter({ start = 0 }: ts.Diagnostic, { file, types }: Subject): boolean {
  const find = (node: ts.Node): ts.Node =>
    ts.forEachChild(node, (child) => (child.pos <= start && child.end > start ? find(child) : undefined)) ?? node;
  let at = find(file);
  while (ts.isPropertyAccessExpression(at.parent) && at.parent.name === at) at = at.parent.expression;
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at)) at = at.expression;
  const declaration = ts.isIdentifier(at) ? types.getSymbolAtLocation(at)?.valueDeclaration : undefined;
  const loop = declaration?.parent.parent;
  if (!loop || !ts.isForOfStatement(loop)) return false;
  return (types.getNonNullableType(types.getTypeAtLocation(loop.expression)).flags & ts.TypeFlags.StringLike) !== 0;
}

/** What a `reduce` gives is a riddle when its rounds are wrong. */
function isNoConsequence({ code, location, excerpt }: Diagnostic, _: number, all: readonly Diagnostic[]): boolean {
  if (code !== "type-mismatch" || !excerpt || !/\.reduce(?:Right)?\(/.test(excerpt.text.slice(excerpt.start, excerpt.end))) return true;
  const isInside = (other: Diagnostic): boolean =>
    other.location.node === location.node &&
    other.excerpt?.text === excerpt.text &&
    other.excerpt.start > excerpt.start &&
    other.excerpt.end < excerpt.end;
  return !all.some(isInside);
}
