import { operations } from "../../../lib/api/operations.ts";
import { urlsFor } from "../../../lib/api/public-url.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listConnectionTypes } from "../../../lib/connections/list-connections.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listConnectionTypes, ({ server, access, request }) => listConnectionTypes(server, access, urlsFor(request))),
});
