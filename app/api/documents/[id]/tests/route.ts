import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { addRunTest } from "../../../../../lib/run-tests/add-run-test.ts";
import { listRunTests } from "../../../../../lib/run-tests/list-run-tests.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listRunTests, ({ server, access, params }) => listRunTests(server, access, params.id)),
  POST: handle(operations.addRunTest, ({ server, access, params, body }) => addRunTest(server, access, { id: params.id, run: body.run })),
});
