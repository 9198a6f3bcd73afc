import { browserOf } from "../../../../lib/api/oauth-cookie.ts";
import { connectedPage, notConnectedPage } from "../../../../lib/api/oauth-page.ts";
import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { endAuthorization } from "../../../../lib/connections/end-authorization.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.endAuthorization, ({ server, request }) =>
    // The state says whose connection it is.
    endAuthorization({ ...server, database: server.system }, new URL(request.url).searchParams, { browser: browserOf(request) }).then(
      connectedPage,
      notConnectedPage,
    ),
  ),
});
