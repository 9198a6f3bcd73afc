import { generateWorkflow } from "../../../../lib/ai/generate-workflow.ts";
import { streamEvents } from "../../../../lib/ai/stream-events.ts";
import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.generateWorkflow, ({ server, access, body, request }) =>
    streamEvents(request.signal, (gone) => generateWorkflow(server, access, body, gone)),
  ),
});
