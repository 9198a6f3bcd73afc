import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";
import { removeVariable } from "../../../../lib/variables/remove-variable.ts";
import { setVariable } from "../../../../lib/variables/set-variable.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  PUT: handle(operations.setVariable, ({ server, access, params, body }) => setVariable(server, access, params.name, body)),
  DELETE: handle(operations.removeVariable, ({ server, access, params, query }) =>
    removeVariable(server, access, params.name, { force: query.force === "true" }),
  ),
});
