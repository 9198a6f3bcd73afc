import { ts } from "ts-morph";
import type { Catalog } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticsOf } from "../emit/code-body.ts";
import { emit } from "../emit/emit.ts";
import type { WorkflowIr } from "../ir/ir.ts";
import { readBlock } from "./read-block.ts";
import { readModule } from "./read-module.ts";
import { readNames } from "./read-names.ts";
import { Reader } from "./reader.ts";
import { fail } from "./source-error.ts";

export type Parsed = { readonly ok: true; readonly ir: WorkflowIr } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Far more than a workflow needs, long texts and deep nesting included, and little enough for the memory of a server. */
const longest = 64_000_000;

/** Reads a workflow module: what `emit` prints, and what a person would reasonably make of it. Never throws. */
export function parseSource(source: string, catalog: Catalog): Parsed {
  try {
    return parseText(source, catalog);
  } catch (error) {
    // Brackets nested by the thousand exhaust the stack of TypeScript's parser.
    if (!(error instanceof RangeError)) throw error;
    return parseText("", catalog, "it is nested too deeply");
  }
}

function parseText(source: string, catalog: Catalog, refused?: string): Parsed {
  const text = source.length > longest ? "" : source.replace(/^\ufeff/, "");
  const file = ts.createSourceFile("workflow.ts", text, ts.ScriptTarget.ES2024, true, ts.ScriptKind.TS);
  const reader = new Reader(file, catalog, readBlock);
  const ir = reader.attempt(() => {
    const problem = refused ?? (source.length > longest ? "it is longer than 64 million characters" : undefined);
    if (problem !== undefined) fail(file, { start: 0, end: 0 }, "source-syntax", { problem });
    return readWorkflow(reader);
  });
  return ir && reader.diagnostics.length === 0 ? { ok: true, ir } : { ok: false, diagnostics: reader.diagnostics };
}

/** The canonical print of a module, or why it is none. */
export function format(
  source: string,
  catalog: Catalog,
): { readonly ok: true; readonly source: string } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } {
  const parsed = parseSource(source, catalog);
  return parsed.ok ? { ok: true, source: emit(parsed.ir, catalog).source } : parsed;
}

function readWorkflow(reader: Reader): WorkflowIr {
  const { file } = reader;
  const [problem] = diagnosticsOf(file);
  if (problem) {
    const start = problem.start ?? 0;
    fail(file, { start, end: start + (problem.length ?? 0) }, "source-syntax", {
      problem: ts.flattenDiagnosticMessageText(problem.messageText, " ").replace(/\.$/, ""),
    });
  }
  const { workflow, statements, name, title, description, input, trigger } = readModule(reader);
  const facts = readNames(workflow.body);
  reader.decided = facts.decided;
  reader.taskResults = facts.taskResults;
  reader.claim(input, workflow);
  reader.meanings.set(input, { kind: "variable" });
  const body = reader.readBlock(statements, reader);
  return { name, title, description, trigger: { node: { id: input, label: trigger.label }, config: trigger.config }, body };
}
