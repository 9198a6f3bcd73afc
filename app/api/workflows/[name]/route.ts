import { operations } from "../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { showWorkflow } from "../../../../lib/workflows/show-workflow.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showWorkflow, ({ server, access, params, request }) =>
    showWorkflow(server, access, params.name, urlsFor(request)),
  ),
});
