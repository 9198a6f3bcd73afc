import { hasEnvironmentConnection } from "../../lib/connections/resolve-connection.ts";
import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import { AppError } from "../../lib/errors.ts";
import type { WorkspaceCatalog } from "../../lib/plugins/load-catalog.ts";
import type { CompileContext } from "../../lib/running-server.ts";
import { createCompiler } from "../../lib/workflows/create-compiler.ts";
import { diagnosticsOf } from "../diagnostics-of.ts";
import { openCatalog } from "../open-catalog.ts";
import { countDiagnostics, mark, print, printDiagnostics, printJson } from "../print.ts";
import { parseJson, readText } from "../read-text.ts";
import { findWorkspaceContext } from "../workspace-context.ts";

/** `weft check`: everything wrong with a graph, types included; exit code 1 when it could not be published. */
export async function checkCommand(file: string, options: { service?: string[]; json?: boolean }): Promise<void> {
  const text = await readText(file);
  const document = parseJson(text, file);
  const catalog = await openCatalog(options.service);
  const diagnostics = diagnose(document, { ...(await findWorkspaceContext(text)), catalog });
  const isWrong = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  if (isWrong) process.exitCode = 1;
  if (options.json) return printJson({ ok: !isWrong, diagnostics });
  printDiagnostics(diagnostics);
  const count = countDiagnostics(diagnostics);
  if (isWrong) console.error(mark("red", count));
  else await print(count);
}

function diagnose(document: unknown, context: CompileContext & { catalog: WorkspaceCatalog }): readonly Diagnostic[] {
  try {
    return createCompiler({ catalog: context.catalog, hasConnection: hasEnvironmentConnection }).compile(document, context).warnings;
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_graph") return diagnosticsOf(error);
    throw error;
  }
}
