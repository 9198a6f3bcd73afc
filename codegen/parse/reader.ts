import { ts } from "ts-morph";
import type { Catalog } from "../catalog.ts";
import type { DiagnosticCode, DiagnosticParameters } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Statement } from "../ir/ir.ts";
import type { Policy } from "../schema/graph.ts";
import type { JsonSchema } from "../schema/output-schema.ts";
import { isIdentifier } from "../schema/identifiers.ts";
import type { DeclaredType } from "./read-type.ts";
import { SourceError, fail, stretchOf } from "./source-error.ts";

/** What a name of the module stands for. */
export type Meaning =
  /** A node's value, under the node's id. */
  | { readonly kind: "node"; readonly id: string; readonly type: "value" | "approval" | "event" }
  /** What a step failed with. */
  | { readonly kind: "error"; readonly of: string }
  /** A decision that was given a name. */
  | { readonly kind: "decision"; readonly id: string; readonly type: "if" | "switch" }
  /** The port that a decision chose. */
  | { readonly kind: "port"; readonly of: string }
  /** A constant that stands for an expression: canonical text. */
  | { readonly kind: "pure"; readonly text: string }
  | { readonly kind: "task"; readonly task: string }
  /** The list a loop fills. */
  | { readonly kind: "list" }
  | { readonly kind: "variable" };

/** A function of the module beside the workflow's own: one that starts with `"use step"`, or one that only calls another workflow. */
export type LocalStep =
  | { readonly kind: "child"; readonly workflow: string; readonly policy: Policy }
  | {
      readonly kind: "call";
      readonly action: string;
      readonly connection?: string;
      /** It takes options and hands them on, as a step that polls must. */
      readonly passesOn: boolean;
      readonly output?: JsonSchema;
      readonly policy: Policy;
    }
  | {
      readonly kind: "code";
      readonly source: string;
      readonly inputs: readonly string[];
      readonly output?: JsonSchema;
      readonly policy: Policy;
    };

/** What an imported name is. */
export type Import =
  | { readonly kind: "helper"; readonly name: string }
  | { readonly kind: "action"; readonly action: string }
  | { readonly kind: "workflow"; readonly name: string };

/** What the readers of statements share. */
export class Reader {
  readonly file: ts.SourceFile;
  readonly catalog: Catalog;
  readonly diagnostics: Diagnostic[] = [];
  readonly imports = new Map<string, Import>();
  readonly steps = new Map<string, LocalStep>();
  /** Interfaces and types of the module. */
  readonly types = new Map<string, DeclaredType>();
  readonly meanings = new Map<string, Meaning>();
  /** The ports of each decision, in their order. */
  readonly decisions = new Map<string, readonly string[]>();
  /** Names of nodes, each used once. */
  readonly ids = new Set<string>();
  /** Constants that only conditions read: named decisions. */
  decided: ReadonlySet<string> = new Set();
  /** What the result of a task is called where it is awaited. */
  taskResults: ReadonlyMap<string, string> = new Map();
  /** Reads the statements of a block; set by `parse`, since blocks hold statements that hold blocks. */
  readonly readBlock: (statements: readonly ts.Statement[], reader: Reader) => Statement[];
  private readonly words: ReadonlySet<string>;

  constructor(file: ts.SourceFile, catalog: Catalog, readBlock: Reader["readBlock"]) {
    this.readBlock = readBlock;
    this.file = file;
    this.catalog = catalog;
    this.words = new Set(file.text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []);
  }

  fail<C extends DiagnosticCode>(node: ts.Node, code: C, parameters: DiagnosticParameters<C>): never {
    return fail(this.file, stretchOf(node, this.file), code, parameters);
  }

  /** Refuses something that workflows cannot hold. */
  refuse(node: ts.Node, what: string, advice: string): never {
    return this.fail(node, "source-not-supported", { what, advice });
  }

  /** Runs a reader; what it refuses is kept and reading goes on. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (this.diagnostics.length < 50) this.diagnostics.push(error.diagnostic);
      return undefined;
    }
  }

  /** Takes a name for a node. */
  claim(name: string, at: ts.Node): string {
    if (!isIdentifier(name)) this.fail(at, "source-name", { name, problem: "cannot be the name of a step" });
    if (this.ids.has(name)) this.fail(at, "source-name", { name, problem: "is used twice" });
    this.ids.add(name);
    return name;
  }

  /** A new id for a node that has no name in the code: `sleep1`. */
  invent(kind: string): string {
    let count = 1;
    while (this.words.has(`${kind}${count}`) || this.ids.has(`${kind}${count}`)) count += 1;
    this.ids.add(`${kind}${count}`);
    return `${kind}${count}`;
  }

  /** The helper of the SDK or the kit that a called name is. */
  helperOf(node: ts.Node): string | undefined {
    if (!ts.isIdentifier(node)) return undefined;
    const found = this.imports.get(node.text);
    return found?.kind === "helper" ? found.name : undefined;
  }

  /** The local name of a helper. */
  localName(helper: string): string | undefined {
    for (const [local, found] of this.imports) if (found.kind === "helper" && found.name === helper) return local;
    return undefined;
  }

  meaningOf(node: ts.Node | undefined): Meaning | undefined {
    return node && ts.isIdentifier(node) ? this.meanings.get(node.text) : undefined;
  }
}

/** The node without the parentheses around it and what only TypeScript reads: `!`, `as T`, `satisfies T`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || isTyped(inner)) inner = inner.expression;
  return inner;
}

/** `x!`, `x as T`, `x satisfies T`: the same value, told to TypeScript in another way. */
export function isTyped(node: ts.Node): node is ts.NonNullExpression | ts.AsExpression | ts.SatisfiesExpression {
  return ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
}
