import type { Graph } from "../../codegen/schema/graph.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import { invariant } from "../../codegen/invariant.ts";
import { AppError } from "../errors.ts";
import { TEMPLATES, type TemplateEntry } from "./catalogue.ts";

/** Where the documents expect the demonstration shop. */
const USUAL_SHOP = "http://127.0.0.1:4010";

/** A template's document, calling the demonstration shop where it is; throws `not_found`. */
export function findTemplate(id: string): Graph {
  const entry = TEMPLATES.find((candidate) => candidate.id === id);
  if (entry && isUsable(entry)) return templateGraph(entry);
  throw new AppError("not_found", `There is no template ${id}.`, { hint: "List them with GET /api/templates." });
}

/** Whether what it calls is there: the shop runs with the examples only. */
export function isUsable(entry: TemplateEntry): boolean {
  return shopUrl() !== undefined || !JSON.stringify(entry.graph).includes(USUAL_SHOP);
}

export function templateGraph(entry: TemplateEntry): Graph {
  // Addresses need no escaping in JSON.
  const text = JSON.stringify(entry.graph).replaceAll(USUAL_SHOP, shopUrl() ?? USUAL_SHOP);
  const parsed = parseGraph(JSON.parse(text));
  invariant("graph" in parsed, `the template ${entry.id} is no graph`);
  return parsed.graph;
}

/** Set by `weft start` while the shop runs beside it. */
function shopUrl(): string | undefined {
  const url = process.env["WEFT_DEMO_URL"];
  return url ? new URL(url).origin : undefined;
}
