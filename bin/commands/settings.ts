import { changeSettings, showSettings } from "../../lib/workspaces/change-settings.ts";
import { withServer } from "../open-server.ts";
import { print, printJson } from "../print.ts";

/** `weft settings`: all of them, after changing those that are given. */
export async function settingsCommand(options: { looseData?: "warn" | "error"; json?: boolean }): Promise<void> {
  const { looseData, json } = options;
  const settings = await withServer({ deliver: false }, ({ server, access }) =>
    looseData === undefined ? showSettings(server, access) : changeSettings(server, access, { looseData }),
  );
  if (json) return printJson(settings);
  await print(
    Object.entries(settings)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n"),
  );
}
