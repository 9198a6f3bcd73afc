import { operations } from "../../../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../../../lib/api/route.ts";
import { rollBackDocument } from "../../../../../../../lib/documents/roll-back-document.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.makeVersionLive, ({ server, access, params }) => rollBackDocument(server, access, params.id, params.number)),
});
