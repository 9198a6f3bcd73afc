import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listMembers } from "../../../lib/workspaces/list-members.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listMembers, ({ server, access }) => listMembers(server, access)),
});
