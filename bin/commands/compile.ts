import { compile } from "../../codegen/index.ts";
import { printIr } from "../../codegen/ir/print.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import { openCatalog } from "../open-catalog.ts";
import { print, printDiagnostics, printJson } from "../print.ts";
import { parseJson, readText } from "../read-text.ts";

/** `weft compile`: the module on standard output, diagnostics on standard error; exit code 1 when there is no module. */
export async function compileCommand(file: string, options: { ir?: boolean; service?: string[]; json?: boolean }): Promise<void> {
  const catalog = await openCatalog(options.service);
  const parsed = parseGraph(parseJson(await readText(file), file));
  const result = "graph" in parsed ? compile(parsed.graph, catalog) : { ok: false as const, diagnostics: parsed.diagnostics };
  const diagnostics = result.ok ? result.warnings : result.diagnostics;
  if (!result.ok) process.exitCode = 1;
  if (options.json) return printJson(result.ok ? { ok: true, source: result.source, diagnostics } : { ok: false, diagnostics });
  printDiagnostics(diagnostics);
  if (result.ok) await print(options.ir ? printIr(result.ir) : result.source);
}
