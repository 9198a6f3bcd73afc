import { operations } from "../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { cancelRun } from "../../../../../lib/runs/cancel-run.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.cancelRun, ({ server, access, params, request }) => cancelRun(server, access, params.id, urlsFor(request))),
});
