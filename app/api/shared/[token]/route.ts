import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { showShared } from "../../../../lib/shares/show-shared.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showShared, ({ server, params }) => showShared(server, params.token)),
});
