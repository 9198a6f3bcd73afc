import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { exportDocument } from "../../../../../lib/documents/export-document.ts";
import { exportProject } from "../../../../../lib/exports/export-project.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.exportDocument, ({ server, access, params, query }) =>
    query.format === "project" ? exportProject(server, access, [params.id]) : exportDocument(server, access, params.id, query.format),
  ),
});
