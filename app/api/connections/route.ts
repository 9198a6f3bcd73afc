import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { addConnection } from "../../../lib/connections/add-connection.ts";
import { listConnections } from "../../../lib/connections/list-connections.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listConnections, ({ server, access }) => listConnections(server, access)),
  POST: handle(operations.addConnection, ({ server, access, body }) => addConnection(server, access, body)),
});
