import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { answerInAnotherSession } from "../../../../lib/auth/answer-me.ts";
import { acceptInvitation } from "../../../../lib/workspaces/accept-invitation.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.acceptInvitation, ({ server, access, body, request }) =>
    answerInAnotherSession(server, access, request.headers, acceptInvitation(server, access, body)),
  ),
});
