import { operations } from "../../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../../lib/api/route.ts";
import { removeRunTest } from "../../../../../../lib/run-tests/remove-run-test.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  DELETE: handle(operations.removeRunTest, ({ server, access, params }) => removeRunTest(server, access, params)),
});
