import { loadCatalog } from "./kit/registry.ts";
import { registry } from "./registry.generated.ts";

/** The catalog of every built-in service, schemas and all: for servers, commands and tests. A browser loads single services from the registry. */
export const catalog = await loadCatalog(registry);
