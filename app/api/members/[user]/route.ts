import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { changeMember, removeMember } from "../../../../lib/workspaces/change-member.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  PATCH: handle(operations.changeMember, ({ server, access, params, body }) => changeMember(server, access, params.user, body)),
  DELETE: handle(operations.removeMember, ({ server, access, params }) => removeMember(server, access, params.user)),
});
