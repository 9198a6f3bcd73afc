import type { ServiceDetails, ServiceSummary } from "../api/service-schemas.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import type { ServiceRow } from "./store.ts";

/** A service as lists show it; without a row it lies in a file. */
export function presentService(service: ServiceDefinition, row: ServiceRow | undefined): ServiceSummary {
  return {
    name: service.name,
    label: service.label,
    description: service.description,
    baseUrl: service.baseUrl,
    auth: service.auth.type,
    actions: service.actions.length,
    source: row === undefined ? "file" : "stored",
    version: row?.version ?? null,
    updatedAt: row?.updatedAt.toISOString() ?? null,
  };
}

export function presentServiceDetails(service: ServiceDefinition, row: ServiceRow | undefined): ServiceDetails {
  return { ...presentService(service, row), definition: service };
}
