import { operations } from "../../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../../lib/api/route.ts";
import { removePin } from "../../../../../../lib/documents/remove-pin.ts";
import { setPin } from "../../../../../../lib/documents/set-pin.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  PUT: handle(operations.setPin, ({ server, access, params, body }) => setPin(server, access, params, body.output)),
  DELETE: handle(operations.removePin, ({ server, access, params }) => removePin(server, access, params)),
});
