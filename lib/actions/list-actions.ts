import type { PluginAction } from "../../plugins/kit/catalog.ts";
import type { ActionSummary } from "../api/action-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { catalogOf } from "./find-action.ts";

/** What of the actions is asked for: those in whose name, service or description each word of `search` occurs. */
export interface ActionQuery {
  readonly search?: string | undefined;
  readonly limit: number;
}

/** The actions that the caller's workspace may use, best first. */
export async function listActions(
  server: Pick<Server, "database" | "plugins">,
  access: Access,
  query: ActionQuery,
): Promise<{ actions: ActionSummary[] }> {
  return { actions: searchActions((await catalogOf(server, access)).actions.values(), query) };
}

/** The actions that a query finds among these, best first. */
export function searchActions(actions: Iterable<PluginAction>, query: ActionQuery): ActionSummary[] {
  const words = (query.search ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return [...actions]
    .map(({ kind, plugin, label, description }) => ({ kind, service: plugin.label, label, description }))
    .map((action) => ({ action, scores: words.map((word) => scoreOf(action, word)) }))
    .filter(({ scores }) => !scores.includes(0))
    .toSorted((a, b) => sum(b.scores) - sum(a.scores))
    .slice(0, query.limit)
    .map(({ action }) => action);
}

function sum(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0);
}

/** A word counts most in the name of the service or at the start of a word of the label, least in the description. */
function scoreOf({ kind, service, label, description }: ActionSummary, word: string): number {
  const [name, text] = [`${service} ${kind}`.toLowerCase(), label.toLowerCase()];
  if (name.startsWith(word) || text.split(/\W+/).includes(word)) return 8;
  if (text.split(/\W+/).some((part) => part.startsWith(word))) return 6;
  if (name.includes(word)) return 4;
  return text.includes(word) ? 2 : description.toLowerCase().includes(word) ? 1 : 0;
}
