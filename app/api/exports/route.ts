import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { exportProject } from "../../../lib/exports/export-project.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.exportDocuments, ({ server, access, body }) => exportProject(server, access, body.documents)),
});
