import { operations } from "../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { showRun } from "../../../../lib/runs/show-run.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showRun, ({ server, access, params, request }) => showRun(server, access, params.id, urlsFor(request))),
});
