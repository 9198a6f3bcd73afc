import { changeAiSettings } from "../../../../lib/ai/change-settings.ts";
import { showAiSettings } from "../../../../lib/ai/show-settings.ts";
import { operations } from "../../../../lib/api/operations.ts";
import { handle, routes } from "../../../../lib/api/route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showAiSettings, ({ server, access }) => showAiSettings(server, access)),
  PATCH: handle(operations.changeAiSettings, ({ server, access, body }) => changeAiSettings(server, access, body)),
});
