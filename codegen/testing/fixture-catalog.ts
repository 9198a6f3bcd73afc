import { catalog } from "../../plugins/catalog.ts";
import type { Catalog } from "../catalog.ts";
import { testCatalog } from "./test-catalog.ts";

const render = testCatalog.actions.get("studio.render");

/** The real catalog, and `studio.render`, which polls. */
export const fixtureCatalog: Catalog = {
  actions: new Map([...catalog.actions, ...(render ? [[render.kind, render] as const] : [])]),
};
