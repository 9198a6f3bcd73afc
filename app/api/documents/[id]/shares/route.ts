import { operations } from "../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { createShare } from "../../../../../lib/shares/create-share.ts";
import { listShares } from "../../../../../lib/shares/list-shares.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listShares, ({ server, access, params }) => listShares(server, access, params.id)),
  POST: handle(operations.createShare, ({ server, access, params, request }) => createShare(server, access, params.id, urlsFor(request))),
});
