import { operations } from "../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { rerunRun } from "../../../../../lib/runs/rerun-run.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.rerunRun, ({ server, access, params, body, request }) =>
    rerunRun(server, access, params.id, body, urlsFor(request)),
  ),
});
