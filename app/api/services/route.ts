import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listServices } from "../../../lib/services/list-services.ts";
import { addService } from "../../../lib/services/save-service.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listServices, ({ server, access }) => listServices(server, access)),
  POST: handle(operations.addService, ({ server, access, body }) => addService(server, access, body)),
});
