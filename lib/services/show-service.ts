import type { ServiceDetails } from "../api/service-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { parseService } from "./parse-service.ts";
import { presentServiceDetails } from "./present.ts";
import { findService } from "./store.ts";

/** A service with its definition. Throws `not_found`. */
export async function showService(server: Pick<Server, "database" | "plugins">, access: Access, name: string): Promise<ServiceDetails> {
  const row = await findService(server.database, access.workspaceId, name);
  if (row) return presentServiceDetails(parseService(row.definition), row);
  const filed = server.plugins.filedServices().find((service) => service.name === name);
  if (filed) return presentServiceDetails(filed, undefined);
  throw noService(name);
}

export function noService(name: string): AppError {
  return new AppError("not_found", `There is no service called ${name}.`, { hint: "GET /api/services lists them." });
}
