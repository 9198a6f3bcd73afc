import { operations } from "../../../lib/api/operations.ts";
import { urlsFor } from "../../../lib/api/public-url.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listRuns } from "../../../lib/runs/list-runs.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listRuns, ({ server, access, query, request }) => listRuns(server, access, query, urlsFor(request))),
});
