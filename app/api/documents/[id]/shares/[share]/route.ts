import { operations } from "../../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../../lib/api/route.ts";
import { revokeShare } from "../../../../../../lib/shares/revoke-share.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  DELETE: handle(operations.revokeShare, ({ server, access, params }) => revokeShare(server, access, params)),
});
