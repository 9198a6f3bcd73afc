import { operations } from "../../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../../lib/api/route.ts";
import { triggerWorkflow } from "../../../../../../lib/triggers/trigger-workflow.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.triggerOfWorkspace, ({ server, request, params, headers }) =>
    triggerWorkflow(server, request, {
      workflow: params.workflow,
      workspaceId: params.workspace,
      idempotencyKey: headers["idempotency-key"],
      url: urlsFor(request),
    }),
  ),
});
