import { parseGraph } from "../../../codegen/schema/parse-graph.ts";
import { isApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import type { Send, SendResult, ServerState } from "./send.ts";

/** Browsers take no larger body of a request that outlives its page, in bytes. */
const LAST_BODY = 60_000;

/** Saves and loads a document through the API. */
export function createSend(id: string, workspace: string): Send {
  return {
    async save({ revision, graph }, { last }) {
      const body = { revision, graph: { ...graph } };
      const keepalive = last && new Blob([JSON.stringify(body)]).size < LAST_BODY;
      try {
        const saved = await api("PUT /api/documents/{id}", { params: { id }, body, workspace, ...(keepalive && { keepalive }) });
        return { kind: "saved", revision: saved.revision };
      } catch (error) {
        return readFailure(error);
      }
    },
    async load() {
      try {
        const details = await api("GET /api/documents/{id}", { params: { id }, workspace });
        return readState(details);
      } catch {
        return undefined;
      }
    },
  };
}

function readFailure(error: unknown): SendResult {
  if (!isApiError(error)) return { kind: "unreachable" };
  const { status, code, message, hint, details } = error;
  const server = status === 409 ? readState(details) : undefined;
  if (server) return { kind: "changed", server };
  const isPassing = status === 0 || status === 408 || status === 429 || status >= 500;
  return isPassing ? { kind: "unreachable" } : { kind: "refused", problem: { code, message, hint } };
}

/** A document out of an answer; undefined when the answer is about something else, such as a name that is taken. */
function readState(value: unknown): ServerState | undefined {
  if (value === null || typeof value !== "object" || !("revision" in value) || !("graph" in value)) return undefined;
  const parsed = parseGraph(value.graph);
  if (typeof value.revision !== "number" || !("graph" in parsed)) return undefined;
  return { revision: value.revision, graph: parsed.graph, updatedBy: "updatedBy" in value ? readPerson(value.updatedBy) : null };
}

function readPerson(value: unknown): ServerState["updatedBy"] {
  if (value === null || typeof value !== "object" || !("id" in value) || !("name" in value)) return null;
  return { id: String(value.id), name: String(value.name) };
}
