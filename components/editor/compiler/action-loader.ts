import type { Catalog, CatalogAction } from "../../../codegen/catalog.ts";
import { builtInKinds } from "../../../codegen/schema/kind-facts.ts";
import { createCatalog } from "../../../plugins/kit/catalog.ts";
import type { BrowserCatalogOptions } from "../model/browser-catalog.ts";
import { actionOf } from "../model/browser-catalog.ts";
import type { LoadActions } from "./worker-compiler.ts";

/** How long it is believed that there is no such action, in milliseconds: somebody may be describing its service right now. */
const ABSENT_MS = 10_000;

/**
 * Loads each service of the registry when a graph or a module first needs it, and asks the server for the actions that the workspace describes
 * itself. What can't be had now is tried again with the next question.
 */
export function createActionLoader({ registry, showAction }: BrowserCatalogOptions): LoadActions {
  const entries = new Map(registry.map((entry) => [entry.name, entry]));
  const services = new Map<string, ReadonlyMap<string, CatalogAction>>();
  const described = new Map<string, CatalogAction>();
  const absent = new Map<string, number>();
  let catalog: Catalog = { actions: new Map() };

  const loadService = async (name: string): Promise<boolean> => {
    const entry = entries.get(name);
    if (!entry) return false;
    services.set(name, createCatalog([await entry.load()]).actions);
    return true;
  };
  const loadAction = async (kind: string): Promise<boolean> => {
    const since = absent.get(kind);
    if (since !== undefined && Date.now() - since < ABSENT_MS) return false;
    const details = await showAction(kind).catch(() => undefined);
    if (!details) {
      absent.set(kind, Date.now());
      return false;
    }
    described.set(kind, actionOf(details));
    return true;
  };
  return async (kinds) => {
    const wanted = [...kinds].filter((kind) => kind.includes(".") && !builtInKinds.has(kind));
    const names = new Set(wanted.map(serviceOf).filter((name) => entries.has(name) && !services.has(name)));
    const others = wanted.filter((kind) => !entries.has(serviceOf(kind)) && !described.has(kind));
    const added = await Promise.all([...[...names].map(loadService), ...others.map(loadAction)]);
    if (added.includes(true)) catalog = { actions: new Map([...[...services.values()].flatMap((actions) => [...actions]), ...described]) };
    return catalog;
  };
}

function serviceOf(kind: string): string {
  return kind.slice(0, kind.indexOf("."));
}
