import { ts } from "ts-morph";

import { compile, type Graph } from "../../codegen/index.ts";
import { createTypeChecker } from "../../codegen/types/type-checker.ts";
import { catalog } from "../../plugins/catalog.ts";
import { serveContender } from "../serve-contender.ts";

// A fresh process for each cold check: the second in one process is warm, whatever is made anew.
const root = new URL("../..", import.meta.url).pathname;
let checker: ReturnType<typeof createTypeChecker> | undefined;

function timeCheck(graph: Graph): { ms: number; found: number } {
  const compiled = compile(graph, catalog);
  if (!compiled.ok) throw new Error(`The bench's graph is refused: ${compiled.diagnostics[0]?.message}`);
  const began = performance.now();
  checker ??= createTypeChecker({ catalog });
  const found = checker.check(compiled.source, compiled.map);
  return { ms: performance.now() - began, found: found.length };
}

/** TypeScript itself on the same sources: a program of one module that imports what the steps import. */
function timePlain(source: string): number {
  const began = performance.now();
  const file = `${root}bench/contenders/plain.ts`;
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2024,
    allowImportingTsExtensions: true,
    types: [],
    paths: { "@/*": [`${root}*`] },
  };
  const host = ts.createCompilerHost(options);
  const inner = host.getSourceFile.bind(host);
  host.getSourceFile = (name, language) => (name === file ? ts.createSourceFile(name, source, language) : inner(name, language));
  const program = ts.createProgram([file], options, host);
  program.getSemanticDiagnostics(program.getSourceFile(file));
  return performance.now() - began;
}

serveContender(
  {
    check: (graph: Graph) => timeCheck(graph),
    plain: (graph: Graph) => {
      const compiled = compile(graph, catalog);
      return timePlain(compiled.ok ? compiled.source : "");
    },
  },
  async () => {},
);
