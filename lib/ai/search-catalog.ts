import MiniSearch from "minisearch";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { PluginAction, PluginCatalog } from "../../plugins/kit/catalog.ts";
import { describeAction } from "./describe-action.ts";
import { estimateTokens } from "./estimate-tokens.ts";

/** The part of a catalog that a model is shown. */
export interface CatalogExcerpt {
  readonly text: string;
  readonly tokens: number;
  /** Kinds whose shapes are in the text. */
  readonly shown: ReadonlySet<string>;
  readonly all: number;
}

export interface CatalogQuery {
  readonly words: string;
  readonly graph: Graph;
  /** Services that the workspace has a connection for. */
  readonly connected: ReadonlySet<string>;
  /** The whole text holds no more. */
  readonly budget: number;
}

/** Of any use whatever is asked for. */
const ALWAYS = ["http.request", "ai.generateText"];
/** Of the budget for shapes; the rest is for names. */
const SHAPES = 0.8;
/** Of one service: a request that names it would fill the budget with whatever the service can do. */
const MOST_OF_SERVICE = 6;
const MOST_HITS = 40;

/**
 * What of the catalog a request is likely to need, in a budget that holds however many actions there are. First the shapes of what the document uses,
 * then of what the words find, services with a connection before others, then the names of the other actions of those services, then services.
 */
export function searchCatalog(catalog: PluginCatalog, query: CatalogQuery): CatalogExcerpt {
  const used = new Set(query.graph.nodes.map(({ kind }) => kind));
  const wanted = [...new Set([...used, ...ALWAYS, ...findKinds(catalog, query)])].flatMap((kind) => catalog.actions.get(kind) ?? []);
  const shown = new Set<string>();
  const parts: string[] = [];
  let left = query.budget;
  const add = (text: string, limit: number): boolean => {
    const tokens = estimateTokens(`${text}\n`);
    if (tokens > left - limit) return false;
    parts.push(text);
    left -= tokens;
    return true;
  };
  add("Actions with their shapes:", 0);
  for (const action of wanted) if (add(describeAction(action), query.budget * (1 - SHAPES))) shown.add(action.kind);
  const services = servicesOf(catalog, wanted, query.connected);
  add("Other actions, by name; their shapes are told when they are used:", 0);
  for (const service of services) {
    const others = [...(catalog.plugins.get(service)?.actions ?? [])]
      .map(({ name }) => `${service}.${name}`)
      .filter((kind) => !shown.has(kind));
    if (others.length > 0) add(others.join(" "), 0);
  }
  const rest = [...catalog.plugins.keys()].filter((name) => !services.has(name));
  while (rest.length > 0 && !add(`Other services: ${rest.join(", ")}`, 0)) rest.length = Math.floor(rest.length / 2);
  const text = parts.join("\n");
  return { text, tokens: estimateTokens(text), shown, all: catalog.actions.size };
}

/** Those of the document and with a connection first, then those of the hits. */
function servicesOf(catalog: PluginCatalog, wanted: readonly PluginAction[], connected: ReadonlySet<string>): Set<string> {
  const withConnection = [...catalog.plugins.values()].filter(({ credential }) => credential && connected.has(credential.service));
  return new Set([...withConnection.map(({ name }) => name), ...wanted.map(({ plugin }) => plugin.name)]);
}

function findKinds(catalog: PluginCatalog, { words, connected }: CatalogQuery): string[] {
  const hits = indexOf(catalog).search(withSynonyms(words), {
    boost: { service: 3, label: 2, name: 2 },
    fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    prefix: (term) => term.length > 3,
    boostDocument: (kind) => {
      const service = catalog.actions.get(String(kind))?.plugin.credential?.service;
      return service !== undefined && connected.has(service) ? 1.5 : 1;
    },
  });
  const counts = new Map<string, number>();
  const kinds = hits.map(({ id }) => String(id));
  const few = kinds.filter((kind) => {
    const service = kind.split(".")[0] ?? "";
    counts.set(service, (counts.get(service) ?? 0) + 1);
    return (counts.get(service) ?? 0) <= MOST_OF_SERVICE;
  });
  return few.slice(0, MOST_HITS);
}

/** What people say, and what actions are called. */
const SYNONYMS: Readonly<Record<string, string>> = {
  post: "send message",
  tell: "send message",
  notify: "send message",
  announce: "send message",
  ping: "send message",
  mail: "send email",
  add: "append create",
  save: "append create insert",
  store: "append create insert",
  make: "create",
  open: "create",
  remove: "delete",
  fetch: "get list",
  look: "find search",
  read: "get list",
  summarize: "generate text",
  summarise: "generate text",
  translate: "generate text",
  classify: "classify",
  spreadsheet: "sheets rows",
  sheet: "rows",
  payment: "charge intent",
  ticket: "issue",
  picture: "image",
};

function withSynonyms(words: string): string {
  const meant = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [words, ...meant.flatMap((word) => (Object.hasOwn(SYNONYMS, word) ? [SYNONYMS[word]] : []))].join(" ");
}

type Entry = { readonly id: string; readonly name: string; readonly label: string; readonly description: string; readonly service: string };
const indexes = new WeakMap<PluginCatalog, MiniSearch<Entry>>();

function indexOf(catalog: PluginCatalog): MiniSearch<Entry> {
  const known = indexes.get(catalog);
  if (known) return known;
  const index = new MiniSearch<Entry>({ fields: ["service", "label", "name", "description"], processTerm: stem });
  index.addAll(
    [...catalog.actions.values()].map(({ kind, label, description, plugin, step }) => {
      const name = step.name.replace(/[A-Z]/g, " $&");
      return { id: kind, name, label, description, service: `${plugin.name} ${plugin.label}` };
    }),
  );
  indexes.set(catalog, index);
  return index;
}

const STOP_WORDS = new Set(
  "a an and are as at be by comes every for from i if in into is it me my of on or our out so that the then this to up us we when with you".split(
    " ",
  ),
);

/** The word in lower case without a plural's or a verb's ending; nothing for words that say nothing. */
function stem(word: string): string | null {
  const lower = word.toLowerCase();
  if (STOP_WORDS.has(lower)) return null;
  return lower.length > 4 ? lower.replace(/(?:ing|ed|es|s)$/, "") : lower;
}
