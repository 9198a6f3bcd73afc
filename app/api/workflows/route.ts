import { operations } from "../../../lib/api/operations.ts";
import { urlsFor } from "../../../lib/api/public-url.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listWorkflows } from "../../../lib/workflows/list-workflows.ts";
import { presentPublished } from "../../../lib/workflows/present.ts";
import { publishWorkflow } from "../../../lib/workflows/publish-workflow.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listWorkflows, ({ server, access, request }) => listWorkflows(server, access, urlsFor(request))),
  POST: handle(operations.publishWorkflow, async ({ server, access, body, request }) =>
    presentPublished(await publishWorkflow(server, access, body), urlsFor(request)),
  ),
});
