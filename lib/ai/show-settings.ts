import { PROVIDERS } from "../../plugins/ai/providers.ts";
import type { AiSettings } from "../api/ai-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { startOfDay, startOfMonth } from "./budget.ts";
import { findModel } from "./find-model.ts";
import { providerChoices } from "./provider-choices.ts";
import { selectUse } from "./store.ts";

/** The model, the limits and what was used; never the key. */
export async function showAiSettings(server: Pick<Server, "database" | "vault">, access: Access): Promise<AiSettings> {
  const now = new Date();
  const [choice, today, month] = await Promise.all([
    findModel(server, access.workspaceId),
    selectUse(server.database, access.workspaceId, startOfDay(now)),
    selectUse(server.database, access.workspaceId, startOfMonth(now)),
  ]);
  const { name, source, model, baseUrl, hasKey, credentialSource, price, limits, chosen, missing } = choice;
  return {
    ready: chosen !== null,
    missing,
    source,
    provider: name,
    providerLabel: name === null ? null : PROVIDERS[name].label,
    model,
    baseUrl,
    hasKey,
    credentialSource,
    price,
    limits,
    today,
    month,
    providers: providerChoices(),
  };
}
