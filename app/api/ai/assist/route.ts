import { assist } from "../../../../lib/ai/assist.ts";
import { streamEvents } from "../../../../lib/ai/stream-events.ts";
import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.assist, ({ server, access, body, request }) =>
    streamEvents(request.signal, (gone) => assist(server, access, body, gone)),
  ),
});
