import { operations } from "../../../lib/api/operations.ts";
import { urlsFor } from "../../../lib/api/public-url.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { createInvitation, listInvitations } from "../../../lib/workspaces/invite.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listInvitations, ({ server, access }) => listInvitations(server, access)),
  POST: handle(operations.createInvitation, ({ server, access, body, request }) =>
    createInvitation(server, access, body, urlsFor(request)),
  ),
});
