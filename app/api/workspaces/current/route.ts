import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { deleteWorkspace } from "../../../../lib/workspaces/delete-workspace.ts";
import { renameWorkspace } from "../../../../lib/workspaces/rename-workspace.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  PATCH: handle(operations.renameWorkspace, ({ server, access, body }) => renameWorkspace(server, access, body)),
  DELETE: handle(operations.deleteWorkspace, ({ server, access, query }) => deleteWorkspace(server, access, query)),
});
