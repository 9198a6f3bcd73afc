import { operations } from "../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { publishDocument } from "../../../../../lib/documents/publish-document.ts";
import { presentPublished } from "../../../../../lib/workflows/present.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.publishDocument, async ({ server, access, params, body, request }) =>
    presentPublished(await publishDocument(server, access, params.id, body), urlsFor(request)),
  ),
});
