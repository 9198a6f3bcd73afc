import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listVariables } from "../../../lib/variables/list-variables.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listVariables, ({ server, access }) => listVariables(server, access)),
});
