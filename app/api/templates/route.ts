import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listTemplates } from "../../../lib/templates/list-templates.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listTemplates, ({ server, access }) => listTemplates(server, access)),
});
