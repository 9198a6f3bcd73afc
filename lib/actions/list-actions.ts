import type { ActionSummary } from "../api/action-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { catalogOf } from "./find-action.ts";

/** Every action, or those in whose name, service or description each word of `search` occurs, best first. */
export async function listActions(
  server: Pick<Server, "database" | "plugins">,
  access: Access,
  query: { readonly search?: string | undefined; readonly limit: number },
): Promise<{ actions: ActionSummary[] }> {
  const { actions } = await catalogOf(server, access);
  const all = [...actions.values()].map(({ kind, plugin, label, description }) => ({ kind, service: plugin.label, label, description }));
  const words = (query.search ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = all
    .map((action) => ({
      action,
      score: words.reduce((sum, word) => sum + scoreOf(action, word), 0),
      misses: words.some((word) => scoreOf(action, word) === 0),
    }))
    .filter(({ misses }) => !misses)
    .toSorted((a, b) => b.score - a.score);
  return { actions: found.slice(0, query.limit).map(({ action }) => action) };
}

/** A word counts most in the name of the service or at the start of a word of the label, least in the description. */
function scoreOf({ kind, service, label, description }: ActionSummary, word: string): number {
  const [name, text] = [`${service} ${kind}`.toLowerCase(), label.toLowerCase()];
  if (name.startsWith(word) || text.split(/\W+/).includes(word)) return 8;
  if (text.split(/\W+/).some((part) => part.startsWith(word))) return 6;
  if (name.includes(word)) return 4;
  return text.includes(word) ? 2 : description.toLowerCase().includes(word) ? 1 : 0;
}
