import { z } from "zod";
import type { Catalog, CatalogAction } from "../../../codegen/catalog.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { builtInKinds } from "../../../codegen/schema/kind-facts.ts";
import { createCatalog, kebabCase } from "../../../plugins/kit/catalog.ts";
import type { RegistryEntry } from "../../../plugins/kit/registry.ts";
import type { ActionDetails } from "../../../lib/api/action-schemas.ts";
import type { CatalogSource } from "./validity/create-validity.ts";

/** What the catalog asks for: Weft's own services from the registry, all others from the server, an action at a time. */
export interface BrowserCatalogOptions {
  readonly registry: readonly RegistryEntry[];
  /** An action that the registry does not have; undefined when there is none. Rejects when the server cannot be asked. */
  readonly showAction: (
    kind: string,
  ) => Promise<Pick<ActionDetails, "kind" | "label" | "description" | "input" | "output" | "polls" | "code"> | undefined>;
}

/** The catalog of a browser, which knows names at once and schemas when a graph uses them. */
export interface BrowserCatalog extends CatalogSource {
  /** Forgets the actions of described services, which have changed: what is used is asked for again. */
  refresh(): void;
}

/** Milliseconds after which the server is asked again where it could not be. */
const RETRY = 5_000;
const anything = z.any();

export function createBrowserCatalog({ registry, showAction }: BrowserCatalogOptions): BrowserCatalog {
  const services = new Map(registry.map((entry) => [entry.name, entry]));
  const loading = new Set<string>();
  /** Services whose schemas are here. */
  const known = new Set<string>();
  let own = new Map(registry.flatMap(namesOf).map((action) => [action.kind, action]));
  let described = new Map<string, CatalogAction | "none">();
  let wanted: Graph | undefined;
  let catalog: Catalog = { actions: own };
  const listeners = new Set<() => void>();

  const changed = (): void => {
    const added = [...described].filter((entry): entry is [string, CatalogAction] => entry[1] !== "none");
    catalog = { actions: new Map([...own, ...added]) };
    for (const listener of listeners) listener();
  };
  const loadService = async (entry: RegistryEntry): Promise<void> => {
    const plugin = await entry.load();
    own = new Map([...own, ...createCatalog([plugin]).actions]);
    known.add(entry.name);
    changed();
  };
  const loadAction = async (kind: string): Promise<void> => {
    const asked = described;
    const details = await showAction(kind);
    if (asked !== described) return;
    described.set(kind, details ? actionOf(details) : "none");
    changed();
  };
  /** Loads something once; again some time after it failed, while it is still wanted. */
  const load = (key: string, start: () => Promise<void>): void => {
    if (loading.has(key)) return;
    loading.add(key);
    const again = (): void => {
      loading.delete(key);
      if (wanted) want(wanted);
    };
    start().catch(() => setTimeout(again, RETRY));
  };
  const want = (graph: Graph): void => {
    wanted = graph;
    for (const kind of new Set(graph.nodes.map((node) => node.kind))) {
      const entry = services.get(serviceOf(kind));
      if (entry) load(entry.name, () => loadService(entry));
      else if (isActionKind(kind)) load(kind, () => loadAction(kind));
    }
  };
  return {
    get catalog() {
      return catalog;
    },
    want,
    isPending: (kind) => (services.has(serviceOf(kind)) ? !known.has(serviceOf(kind)) : isActionKind(kind) && !described.has(kind)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh() {
      for (const kind of described.keys()) loading.delete(kind);
      described = new Map();
      changed();
      if (wanted) want(wanted);
    },
  };
}

function serviceOf(kind: string): string {
  return kind.split(".")[0] ?? "";
}

/** Whether it could be an action's kind: everything else the compiler knows itself. */
function isActionKind(kind: string): boolean {
  return !builtInKinds.has(kind) && /^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/.test(kind);
}

/** The actions of a service whose schemas are not here yet: any config will do. */
function namesOf({ name, actions }: RegistryEntry): CatalogAction[] {
  return actions.map((action) => ({
    kind: `${name}.${action.name}`,
    label: action.label,
    description: action.description,
    step: { module: `@/plugins/${kebabCase(name)}/steps/${kebabCase(action.name)}`, name: action.name },
    input: anything,
    output: anything,
  }));
}

/** An action as the server tells of it, for the compiler. */
export function actionOf({
  kind,
  label,
  description,
  input,
  output,
  polls,
  code,
}: Awaited<ReturnType<BrowserCatalogOptions["showAction"]>> & object): CatalogAction {
  return { kind, label, description, polls, step: code, input: zodOf(input), output: zodOf(output) };
}

/** Zod's view of a JSON Schema, which gives this very schema back as its JSON Schema: a service's own words are kept. */
function zodOf(schema: Readonly<Record<string, unknown>>): z.ZodType {
  const zod = fromSchema(schema);
  zod._zod.toJSONSchema = () => ({ ...schema });
  return zod;
}

function fromSchema(schema: Readonly<Record<string, unknown>>): z.ZodType {
  try {
    const made = z.fromJSONSchema({ ...schema });
    // One that was made from another would be asked about that one too.
    return made._zod.parent === undefined ? made : z.lazy(() => made);
  } catch {
    // What Zod cannot read takes anything: the server checks it when it runs.
    return z.any();
  }
}
