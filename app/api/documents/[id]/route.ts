import { operations } from "../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { changeDocument } from "../../../../lib/documents/change-document.ts";
import { deleteDocument } from "../../../../lib/documents/delete-document.ts";
import { saveDocument } from "../../../../lib/documents/save-document.ts";
import { showDocument } from "../../../../lib/documents/show-document.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showDocument, ({ server, access, params, request }) => showDocument(server, access, params.id, urlsFor(request))),
  PUT: handle(operations.saveDocument, ({ server, access, params, body }) => saveDocument(server, access, params.id, body)),
  PATCH: handle(operations.changeDocument, ({ server, access, params, body }) => changeDocument(server, access, params.id, body)),
  DELETE: handle(operations.deleteDocument, ({ server, access, params, query }) => deleteDocument(server, access, params.id, query.name)),
});
