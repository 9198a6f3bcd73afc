import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { removeService } from "../../../../lib/services/remove-service.ts";
import { changeService } from "../../../../lib/services/save-service.ts";
import { showService } from "../../../../lib/services/show-service.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showService, ({ server, access, params }) => showService(server, access, params.name)),
  PUT: handle(operations.changeService, ({ server, access, params, body }) => changeService(server, access, params.name, body)),
  DELETE: handle(operations.removeService, ({ server, access, params }) => removeService(server, access, params.name)),
});
