import { createCompiler } from "../../lib/workflows/create-compiler.ts";
import { catalog } from "../../plugins/catalog.generated.ts";
import { ROOT } from "../data-folder.ts";
import { countDiagnostics, mark, print, printDiagnostics, printJson } from "../print.ts";
import { parseJson, readText } from "../read-text.ts";

/** `weft check`: everything wrong with a graph, types included; exit code 1 when it could not be published. */
export async function checkCommand(file: string, options: { json?: boolean }): Promise<void> {
  const diagnostics = createCompiler({ root: ROOT, catalog }).check(parseJson(await readText(file), file));
  if (diagnostics.some((diagnostic) => diagnostic.severity === "error")) process.exitCode = 1;
  if (options.json) return printJson({ diagnostics });
  printDiagnostics(diagnostics);
  const count = countDiagnostics(diagnostics);
  await (process.exitCode === 1 ? console.error(mark("red", count)) : print(count));
}
