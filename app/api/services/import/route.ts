import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { importDocument } from "../../../../lib/services/import-document.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.importService, ({ server, access, body }) => importDocument(server, access, body)),
});
