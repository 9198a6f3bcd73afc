import { addService, changeService } from "../../lib/services/save-service.ts";
import { isAppError } from "../../lib/errors.ts";
import { listServices } from "../../lib/services/list-services.ts";
import { printService } from "../../lib/services/print-service.ts";
import { readServiceFile } from "../../lib/services/read-service-files.ts";
import { removeService } from "../../lib/services/remove-service.ts";
import { showService } from "../../lib/services/show-service.ts";
import { withServer } from "../open-server.ts";
import { print, printJson } from "../print.ts";
import { countActions } from "./list-plugins.ts";
import { UsageError } from "../usage-error.ts";

/** `weft services list`: those that the workspace describes, and those in files. */
export async function listServicesCommand(options: { json?: boolean }): Promise<void> {
  const list = await withServer({ deliver: false }, ({ server, access }) => listServices(server, access));
  if (options.json) return printJson(list);
  const lines = list.services.map(
    ({ name, version, actions, baseUrl }) =>
      `${name}  ${version === null ? "file" : `version ${version}`}  ${countActions(actions)}  ${baseUrl}`,
  );
  await print(lines.length === 0 ? "No services." : lines.join("\n"));
}

/** `weft services add`: a new service, or another definition of one that is there. */
export async function addServiceCommand(file: string, options: { json?: boolean }): Promise<void> {
  const definition = readServiceFile(file);
  const saved = await withServer({ deliver: false }, async ({ server, access }) => {
    try {
      return await changeService(server, access, definition.name, definition);
    } catch (error) {
      if (isAppError(error) && error.code === "not_found") return addService(server, access, definition);
      throw error;
    }
  });
  if (options.json) return printJson(saved);
  await print(
    `${saved.name} version ${saved.version ?? 1}: ${countActions(saved.actions)}, such as ${saved.name}.${definition.actions[0]?.name ?? ""}.`,
  );
}

/** `weft services show`: the definition, or the TypeScript of one action's step. */
export async function showServiceCommand(name: string, options: { action?: string }): Promise<void> {
  const { definition } = await withServer({ deliver: false }, ({ server, access }) => showService(server, access, name));
  if (options.action === undefined) return printJson(definition);
  if (!definition.actions.some((action) => action.name === options.action)) {
    throw new UsageError(`${name} has no action ${options.action}`, `weft services show ${name} lists them.`);
  }
  const files = Object.entries(printService(definition, new Set([options.action])));
  await print(files.map(([file, text]) => `// ${file}\n${text}`).join("\n"));
}

/** `weft services remove`: refused while a published workflow uses it. */
export async function removeServiceCommand(name: string): Promise<void> {
  await withServer({ deliver: false }, ({ server, access }) => removeService(server, access, name));
  await print(`${name} is removed.`);
}
