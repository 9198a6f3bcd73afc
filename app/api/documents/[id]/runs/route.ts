import { operations } from "../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { testDocument } from "../../../../../lib/documents/test-document.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.testDocument, ({ server, access, params, body, request }) =>
    testDocument(server, access, params.id, body, urlsFor(request)),
  ),
});
