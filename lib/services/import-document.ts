import type { ImportAnswer, ImportRequest } from "../api/service-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { fetchDocument } from "./fetch-document.ts";
import { importService } from "./import/import-service.ts";
import { listOperations } from "./import/list-operations.ts";
import { openDocument, readOpenApi } from "./import/open-api-document.ts";
import { addService } from "./save-service.ts";

/** Reads an OpenAPI document: without a choice it lists the operations, with one it makes a service of them, and stores it when asked to. */
export async function importDocument(
  server: Pick<Server, "database" | "plugins" | "egress">,
  access: Access,
  request: ImportRequest,
): Promise<ImportAnswer> {
  const { url, document, save, ...choice } = request;
  const opened =
    url !== undefined
      ? await fetchDocument(url, server.egress)
      : typeof document === "string"
        ? readOpenApi(document)
        : openDocument(document);
  const chose = choice.all === true || (choice.operations?.length ?? 0) > 0 || (choice.tags?.length ?? 0) > 0;
  if (!chose) {
    const operations = listOperations(opened).map(({ operation: _operation, pathItem: _pathItem, ...summary }) => ({
      ...summary,
      tags: [...summary.tags],
    }));
    return { operations, definition: null, saved: null };
  }
  const definition = importService(opened, { ...choice, taken: new Set(server.plugins.catalog.plugins.keys()) });
  return { operations: null, definition, saved: save === true ? await addService(server, access, definition) : null };
}
