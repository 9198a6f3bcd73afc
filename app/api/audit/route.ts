import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listAudit } from "../../../lib/workspaces/list-audit.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listAudit, ({ server, access, query }) => listAudit(server, access, query)),
});
