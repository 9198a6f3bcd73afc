import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { showAction } from "../../../../lib/actions/show-action.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showAction, ({ server, access, params }) => showAction(server, access, params.kind)),
});
