import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { revokeInvitation } from "../../../../lib/workspaces/invite.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  DELETE: handle(operations.revokeInvitation, ({ server, access, params }) => revokeInvitation(server, access, params.id)),
});
