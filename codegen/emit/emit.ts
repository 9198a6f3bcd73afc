import type { Catalog } from "../catalog.ts";
import type { WorkflowIr } from "../ir/ir.ts";
import type { RuntimeStep } from "./collect-steps.ts";
import { collectSteps } from "./collect-steps.ts";
import { printDocComment, printComment } from "./comment.ts";
import type { EmitContext, EmitTarget } from "./context.ts";
import type { Deferred, Doc, StatementDoc } from "./doc.ts";
import { braces, hardline, join, list, mark, printDoc, statements } from "./doc.ts";
import { printIdentifier, toPascalCase } from "./identifier.ts";
import { printInterfaceBody, printSchemaType } from "./input-type.ts";
import type { Names } from "./names.ts";
import { createNames } from "./names.ts";
import { placeNames } from "./place-names.ts";
import { findLooseData } from "./loose-data.ts";
import type { PlanBlock } from "./plan.ts";
import { Planner } from "./plan.ts";
import { printBlock } from "./print-block.ts";
import type { PrintedFrom } from "./print-value.ts";
import { isSureName } from "./sure-names.ts";
import { printExpressionText, printJson, printOperand, printValue } from "./print-value.ts";
import { usesOfExpression, usesOfValue } from "./read-values.ts";
import type { SourceMap } from "./source-map.ts";
import { createSourceMap } from "./source-map.ts";
import { triggerInputSchema } from "../schema/trigger-input.ts";

/** The line length of emitted code. */
const width = 100;

export interface Emitted {
  /** A TypeScript module. */
  readonly source: string;
  readonly map: SourceMap;
  /** The steps that the server target calls by node. */
  readonly steps: readonly RuntimeStep[];
}

export interface EmitOptions {
  readonly target?: EmitTarget;
  /** Whether a workspace variable is secret; none is when left out. */
  readonly isSecret?: (variable: string) => boolean;
}

/** Prints a workflow as one TypeScript module. Expects what `lower` or `parse` made; breaks an invariant otherwise. */
export function emit(ir: WorkflowIr, catalog: Catalog, options: EmitOptions = {}): Emitted {
  const names = createNames(ir);
  const planner = new Planner(ir.body, { names, usesOf: usesOfValue, usesOfExpression });
  placeNames(planner);
  const dataTypes: Doc[] = [];
  const localSteps: Doc[] = [];
  const waiting: { readonly doc: Deferred; readonly print: () => Doc }[] = [];
  const isLoose = findLooseData(ir, catalog);
  const contextOf = (at: PlanBlock): EmitContext => {
    const from: PrintedFrom = { names, knowledge: { isLoose, isSure: (name) => isSureName(name, at, planner) } };
    return {
      target: options.target ?? "source",
      catalog,
      names,
      planner,
      value: (value, node, path) => printValue(value, node, path, from),
      expression: (text, node, path) => mark(node.id, path, printExpressionText(text, from)),
      operand: (text, node, path) => mark(node.id, path, printOperand(text, from)),
      block: (block) => printBlock(block, contextOf(block)),
      defer: (print) => {
        const doc: Deferred = { type: "deferred", content: "" };
        waiting.push({ doc, print });
        return doc;
      },
      addDataType: (type) => dataTypes.push(type),
      addLocalStep: (step) => localSteps.push(step),
    };
  };
  // Printed first, so that every import is known.
  const workflow = printWorkflow(ir, contextOf(planner.root).block(planner.root));
  const stack = waiting.splice(0).toReversed();
  for (let next = stack.pop(); next; next = stack.pop()) {
    next.doc.content = next.print();
    for (const inner of waiting.splice(0).toReversed()) stack.push(inner);
  }
  const parts: Doc[] = [printTrigger(ir), ...printInput(ir), ...dataTypes, ...localSteps, workflow];
  const imports = printImports(names);
  const all = imports.length > 0 ? [join(hardline, imports), ...parts] : parts;
  const { text, entries } = printDoc([join([hardline, hardline], all), hardline], width);
  return { source: text, map: createSourceMap(entries), steps: collectSteps(ir, options.isSecret) };
}

function printWorkflow(ir: WorkflowIr, items: readonly StatementDoc[]): Doc {
  const parameter = [printIdentifier(ir.trigger.node.id), ": ", inputType(ir)];
  const body: Doc = ['"use workflow";', items.length > 0 ? [hardline, hardline, statements(items)] : ""];
  return [
    printDocComment(ir.title, ir.description).map((text): Doc => [text, hardline]),
    ["export async function ", printIdentifier(ir.name), "(", parameter, ") "],
    braces(body),
  ];
}

function printTrigger(ir: WorkflowIr): Doc {
  const label = printComment(ir.trigger.node.label);
  const config = mark(ir.trigger.node.id, [], ["export const trigger = ", printJson(ir.trigger.config), " as const;"]);
  return label === undefined ? config : [label, hardline, config];
}

function inputName(ir: WorkflowIr): string {
  return `${toPascalCase(ir.name)}Input`;
}

function inputType(ir: WorkflowIr): string {
  return printInput(ir).length > 0 ? inputName(ir) : "any";
}

/** The interface of the run's input; none when anything is accepted. */
function printInput(ir: WorkflowIr): Doc[] {
  const schema = triggerInputSchema(ir.trigger.config);
  const members = printInterfaceBody(schema);
  if (members !== undefined) return [mark(ir.trigger.node.id, ["input"], ["export interface ", inputName(ir), " ", members])];
  const type = printSchemaType(schema);
  return type === "any" ? [] : [mark(ir.trigger.node.id, ["input"], ["export type ", inputName(ir), " = ", type, ";"])];
}

function printImports(names: Names): Doc[] {
  const modules = [...names.imports.keys()].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return modules.map((module): Doc => {
    const locals = [...(names.imports.get(module) ?? [])].toSorted(([a], [b]) => (plain(a) < plain(b) ? -1 : 1));
    const specifiers = locals.map(([name, local]) => (plain(name) === local ? name : `${name} as ${local}`));
    return ["import ", list("{", specifiers, "}", true), " from ", JSON.stringify(module), ";"];
  });
}

function rank(module: string): number {
  return module === "workflow" ? 0 : 1;
}

function plain(name: string): string {
  return name.replace(/^type /, "");
}
