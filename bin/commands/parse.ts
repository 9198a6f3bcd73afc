import { parse } from "../../codegen/index.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import { openCatalog } from "../open-catalog.ts";
import { printDiagnostics, printJson } from "../print.ts";
import { parseJson, readText } from "../read-text.ts";

/** `weft parse`: the graph of a module on standard output; exit code 1 with diagnostics when it is outside the language. */
export async function parseCommand(file: string, options: { base?: string; service?: string[] }): Promise<void> {
  const base = options.base === undefined ? undefined : parseGraph(parseJson(await readText(options.base), options.base));
  if (base !== undefined && "diagnostics" in base) {
    printDiagnostics(base.diagnostics);
    process.exitCode = 1;
    return;
  }
  const result = parse(await readText(file), await openCatalog(options.service), base?.graph);
  if (result.ok) return printJson(result.graph);
  printDiagnostics(result.diagnostics);
  process.exitCode = 1;
}
