import { testAiSettings } from "../../../../../lib/ai/test-settings.ts";
import { operations } from "../../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: handle(operations.testAiSettings, ({ server, access, request }) => testAiSettings(server, access, request.signal)),
});
