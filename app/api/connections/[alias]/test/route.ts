import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.testConnection, ({ server, access, params, body }) => server.tryConnection(access, params.alias, body)),
});
