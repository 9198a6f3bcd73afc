import { bindToBrowser } from "../../../../../lib/api/oauth-cookie.ts";
import { operations } from "../../../../../lib/api/operations.ts";
import { urlsFor } from "../../../../../lib/api/public-url.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { beginAuthorization } from "../../../../../lib/connections/begin-authorization.ts";
import { CALLBACK_PATH } from "../../../../../lib/connections/callback-path.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.beginAuthorization, ({ server, access, params, request }) =>
    bindToBrowser(request, (browser) =>
      beginAuthorization(server, access, params.alias, { redirectUri: urlsFor(request)(CALLBACK_PATH), ...browser }),
    ),
  ),
});
