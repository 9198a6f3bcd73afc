import { operations } from "../../../lib/api/operations.ts";
import { urlsFor } from "../../../lib/api/public-url.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { createDocument } from "../../../lib/documents/create-document.ts";
import { listDocuments } from "../../../lib/documents/list-documents.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listDocuments, ({ server, access, query }) =>
    listDocuments(server, access, { archived: query.archived === "true" }),
  ),
  POST: handle(operations.createDocument, ({ server, access, body, request }) => createDocument(server, access, body, urlsFor(request))),
});
