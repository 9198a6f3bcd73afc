import type { Diagnostic } from "../../../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { registry } from "../../../../plugins/registry.generated.ts";
import type { BrowserCatalogOptions } from "../browser-catalog.ts";
import { createBrowserCatalog } from "../browser-catalog.ts";
import type { Editor } from "../editor.ts";
import type { Validity } from "./create-validity.ts";
import { createValidity } from "./create-validity.ts";

/** Checks an editor's graph against the services of this Weft and those that `showAction` tells of. */
export function startValidity(
  editor: Editor,
  showAction: BrowserCatalogOptions["showAction"],
  publish: (all: readonly Diagnostic[]) => void,
  checkTypes: (graph: Graph) => Promise<readonly Diagnostic[]>,
): Validity {
  return createValidity(editor, createBrowserCatalog({ registry, showAction }), (all) => publish(all), { checkTypes });
}
