import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { changeConnection } from "../../../../lib/connections/change-connection.ts";
import { removeConnection } from "../../../../lib/connections/remove-connection.ts";
import { showConnection } from "../../../../lib/connections/show-connection.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showConnection, ({ server, access, params }) => showConnection(server, access, params.alias)),
  PATCH: handle(operations.changeConnection, ({ server, access, params, body }) => changeConnection(server, access, params.alias, body)),
  DELETE: handle(operations.removeConnection, ({ server, access, params, query }) =>
    removeConnection(server, access, params.alias, { force: query.force === "true" }),
  ),
});
