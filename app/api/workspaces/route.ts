import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { createWorkspace } from "../../../lib/workspaces/create-workspace.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.createWorkspace, ({ server, access, body }) => createWorkspace(server, access, body)),
});
