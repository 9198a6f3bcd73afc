import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";
import { revokeKey } from "../../../../../lib/keys/revoke-key.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.revokeKey, ({ server, access, params }) => revokeKey(server, access, params.id)),
});
