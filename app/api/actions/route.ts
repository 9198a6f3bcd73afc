import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { listActions } from "../../../lib/actions/list-actions.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listActions, ({ server, access, query }) => listActions(server, access, query)),
});
