import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { createKey } from "../../../lib/keys/create-key.ts";
import { listKeys } from "../../../lib/keys/list-keys.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.listKeys, ({ server, access }) => listKeys(server, access)),
  POST: handle(operations.createKey, ({ server, access, body }) => createKey(server, access, body)),
});
