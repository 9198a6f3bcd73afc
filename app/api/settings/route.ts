import { operations } from "../../../lib/api/operations.ts";
import { handle, routes } from "../../../lib/api/route.ts";
import { changeSettings, showSettings } from "../../../lib/workspaces/change-settings.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: handle(operations.showSettings, ({ server, access }) => showSettings(server, access)),
  PATCH: handle(operations.changeSettings, ({ server, access, body }) => changeSettings(server, access, body)),
});
