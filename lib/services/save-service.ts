import type { ServiceSummary } from "../api/service-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { parseService } from "./parse-service.ts";
import { presentService } from "./present.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import { noService } from "./show-service.ts";
import { insertService, updateService } from "./store.ts";

/** Stores a new service. Throws `invalid_input` for a wrong definition and `conflict` for a name that is taken. */
export async function addService(server: Pick<Server, "database" | "plugins">, access: Access, document: unknown): Promise<ServiceSummary> {
  const definition = parseService(document);
  refuseTaken(server, definition);
  const row = await insertService(server.database, { id: newId("svc"), workspaceId: access.workspaceId, definition });
  if (row) return presentService(definition, row);
  throw new AppError("conflict", `There is a service called ${definition.name} already.`, {
    hint: `Change it with PUT /api/services/${definition.name}, or give this one another name.`,
  });
}

/**
 * Puts another definition in place of a service's. Workflows that are published go on with the one they were published with. Throws
 * `not_found`, and `invalid_input` when the definition is of another name.
 */
export async function changeService(
  server: Pick<Server, "database">,
  access: Access,
  name: string,
  document: unknown,
): Promise<ServiceSummary> {
  const definition = parseService(document);
  if (definition.name !== name) {
    throw new AppError("invalid_input", `The definition is of ${definition.name}, not of ${name}.`, {
      hint: "A service keeps its name, which workflows call it by; add it as a new one.",
    });
  }
  const row = await updateService(server.database, access.workspaceId, definition);
  if (!row) throw noService(name);
  return presentService(definition, row);
}

function refuseTaken(server: Pick<Server, "plugins">, { name }: ServiceDefinition): void {
  if (server.plugins.catalog.plugins.has(name)) {
    throw new AppError("conflict", `Weft has a service called ${name} itself.`, {
      hint: `Give this one another name, such as ${name}Api.`,
    });
  }
  if (server.plugins.filedServices().some((service) => service.name === name)) {
    throw new AppError("conflict", `A file of the server describes a service called ${name}.`, {
      hint: "Give this one another name, or remove the file.",
    });
  }
}
