import { createHash } from "node:crypto";
import { z } from "zod";
import type { Graph } from "../../codegen/schema/graph.ts";

/** What lists show of a graph, kept beside it so that a list reads no graphs. */
const outlineSchema = z.object({
  /** Of the canonical document: equal exactly when the documents are. */
  hash: z.string(),
  title: z.string(),
  description: z.string(),
  nodes: z.number(),
  /** Names of services, most used first. */
  services: z.array(z.string()),
  /** The trigger's `on`; `manual` while there is no trigger. */
  on: z.string(),
});
export type Outline = z.infer<typeof outlineSchema>;

const TRIGGERS: readonly unknown[] = ["manual", "http", "schedule", "event"];

/** Any graph's outline, also of one with errors. */
export function outlineOf(graph: Graph): Outline {
  const on = graph.nodes.find((node) => node.kind === "trigger")?.config?.["on"];
  return {
    hash: hashGraph(graph),
    title: graph.title ?? "",
    description: graph.description ?? "",
    nodes: graph.nodes.length,
    services: servicesOf(graph),
    on: typeof on === "string" && TRIGGERS.includes(on) ? on : "manual",
  };
}

/** Reads a stored outline; undefined for a row that has none. */
export function parseOutline(stored: unknown): Outline | undefined {
  return stored === null ? undefined : outlineSchema.parse(stored);
}

/** The first halves of its actions' kinds, most used first, then by name. */
export function servicesOf(graph: Graph): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of graph.nodes) {
    const [service, action] = kind.split(".");
    if (service === undefined || service === "control" || action === undefined) continue;
    counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([service]) => service);
}

/** Hex SHA-256 of the document whatever the order of its keys. */
export function hashGraph(graph: Graph): string {
  return createHash("sha256").update(canonicalJson(graph)).digest("hex");
}

/** JSON with sorted keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Postgres text cannot hold the null character; the document itself, which is JSON, keeps it. */
export function storableText(text = ""): string {
  return text.replaceAll("\u0000", "\ufffd");
}
