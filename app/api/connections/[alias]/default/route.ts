import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { changeConnection } from "../../../../../lib/connections/change-connection.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.makeDefaultConnection, ({ server, access, params }) =>
    changeConnection(server, access, params.alias, { default: true }),
  ),
});
