import type { Graph } from "../../codegen/schema/graph.ts";
import type { DocumentDetails, DocumentSummary, DocumentVersion } from "../api/document-schemas.ts";
import { curlLine } from "../triggers/curl-line.ts";
import { samplePayload } from "../triggers/sample-payload.ts";
import type { TriggerConfig } from "../triggers/trigger-config.ts";
import type { Outline } from "../workflows/outline.ts";
import { triggerPath } from "../workflows/present.ts";
import type { VersionRow } from "../workflows/store.ts";
import type { DocumentRow } from "./store.ts";

/** Names of people by id. */
export type People = ReadonlyMap<string, string>;

/** `outline` is the row's own, or one made of its graph where the row has none. */
export function presentDocument(row: DocumentRow, outline: Outline, people: People): DocumentSummary {
  const { live, lastRun, trigger } = row;
  return {
    id: row.id,
    name: row.name,
    title: outline.title,
    description: outline.description,
    folder: row.folder,
    tags: [...row.tags],
    archived: row.archivedAt !== null,
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: presentPerson(row.updatedBy, people),
    live: live && {
      version: live.number,
      publishedAt: live.publishedAt.toISOString(),
      lags: live.graphHash === null ? row.edited : live.graphHash !== outline.hash,
    },
    trigger: {
      on: trigger?.on ?? outline.on,
      enabled: trigger?.enabled ?? true,
      nextAt: trigger?.nextFireAt?.toISOString() ?? null,
    },
    nodes: outline.nodes,
    services: outline.services,
    lastRun: lastRun && {
      id: lastRun.id,
      status: lastRun.status,
      createdAt: lastRun.createdAt.toISOString(),
      durationMs: lastRun.completedAt ? lastRun.completedAt.getTime() - lastRun.createdAt.getTime() : null,
    },
  };
}

export function presentDetails(
  summary: DocumentSummary,
  parts: {
    readonly workspaceId: string;
    readonly graph: Graph;
    readonly pins: Readonly<Record<string, unknown>>;
    readonly trigger: TriggerConfig;
    readonly url: (path: string) => string;
  },
): DocumentDetails {
  const { graph, trigger, url } = parts;
  const nodes = new Set(graph.nodes.map((node) => node.id));
  const pins = Object.fromEntries(Object.entries(parts.pins).filter(([node]) => nodes.has(node)));
  const triggerUrl = url(triggerPath(summary.name, parts.workspaceId));
  const body = samplePayload(trigger);
  const key = trigger.on === "http" && trigger.auth === "none" ? undefined : "$WEFT_KEY";
  // A graph is JSON, with interfaces in place of an index signature.
  const document = graph as unknown as Record<string, unknown>;
  return { ...summary, graph: document, pins, triggerUrl, curl: curlLine({ url: triggerUrl, key, body }), sampleInput: body ?? {} };
}

export function presentVersion(version: VersionRow, liveVersionId: string | undefined, people: People): DocumentVersion {
  const { number, sha256, note, listed, createdAt, createdBy, id } = version;
  return {
    number,
    sha256,
    note,
    createdAt: createdAt.toISOString(),
    createdBy: presentPerson(createdBy, people),
    live: id === liveVersionId,
    listed,
  };
}

/** Null for a key, the command and a person who is gone. */
export function presentPerson(id: string | null, people: People): { id: string; name: string } | null {
  const name = id === null ? undefined : people.get(id);
  return id === null || name === undefined ? null : { id, name };
}
