import type { Catalog } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceMap } from "../emit/source-map.ts";
import { explainTypeError } from "./explain-type-error.ts";
import { createModuleReader } from "./program.ts";

/** Asks TypeScript about emitted modules. Keeps everything but the workflow itself between calls. */
export interface TypeChecker {
  /** TypeScript's complaints about an emitted module, each on its node and field. Empty when the module type-checks. */
  check(source: string, map: SourceMap, catalog?: Catalog): Diagnostic[];
}

/** A checker for modules that import the steps of `catalog`, whose types come from the actions' schemas. Runs in a browser's worker too. */
export function createTypeChecker(options: { readonly catalog: Catalog }): TypeChecker {
  const read = createModuleReader();
  return {
    check(source, map, catalog = options.catalog) {
      const { diagnose } = read(source, catalog);
      return diagnose().map((diagnostic) => explainTypeError(diagnostic, source, map));
    },
  };
}
