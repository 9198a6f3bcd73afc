import type { AiSettings, AiSettingsChange } from "../api/ai-schemas.ts";
import { aiLimits } from "../api/ai-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { aiKeyPlace } from "../secrets/places.ts";
import { holdKeys } from "../secrets/store.ts";
import type { Transaction } from "../secrets/store.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { nameModel } from "./find-model.ts";
import { showAiSettings } from "./show-settings.ts";
import type { AiSettingsRow } from "./store.ts";
import { lockAiSettings, saveAiSettings } from "./store.ts";

/** Changes what is given. Whoever can change the settings cannot read the key, so another provider or address drops it: it is given again, or there is none. */
export async function changeAiSettings(
  server: Pick<Server, "database" | "vault">,
  access: Access,
  change: AiSettingsChange,
): Promise<AiSettings> {
  await server.database.transaction((tx) => store(server, tx, access.workspaceId, change));
  // The names of what was changed, never a value.
  await recordAudit(server, access, { action: "ai.changed", target: "language model", details: { changed: Object.keys(change) } });
  return showAiSettings(server, access);
}

async function store(server: Pick<Server, "vault">, tx: Transaction, workspaceId: string, change: AiSettingsChange): Promise<void> {
  await holdKeys(tx);
  const before = (await lockAiSettings(tx, workspaceId)) ?? fresh(workspaceId);
  const provider = change.provider === undefined ? before.provider : change.provider;
  const isOther = provider !== before.provider;
  // Another provider has other models and another address.
  const baseUrl = change.baseUrl === undefined ? (isOther ? null : before.baseUrl) : change.baseUrl;
  const model = change.model === undefined ? (isOther ? null : before.model) : change.model;
  const moved = { ...before, provider, baseUrl, model };
  if (provider === null && (change.apiKey != null || change.baseUrl != null)) {
    throw new AppError("invalid_input", "A key or an address needs its provider.", { hint: "Send provider along." });
  }
  const keeps = !isOther && baseUrl === before.baseUrl;
  const sealed =
    change.apiKey == null
      ? change.apiKey === null || !keeps
        ? null
        : before.sealed
      : await server.vault.seal(change.apiKey, aiKeyPlace(moved));
  const saved = await saveAiSettings(tx, {
    ...moved,
    sealed,
    limits: { ...before.limits, ...change.limits },
    price: change.price === undefined ? before.price : change.price && { ...change.price, ...pricedModel(moved) },
  });
  if (saved) return;
  throw new AppError("conflict", "Somebody else changed the settings at this moment.", { hint: "Look at them, then change them again." });
}

/** A price is a model's, and the one that is asked may change without these settings: by the environment. */
function pricedModel(row: AiSettingsRow): { provider: string; model: string } {
  const { name, model } = nameModel(row);
  if (name !== undefined && model !== null) return { provider: name, model };
  throw new AppError("invalid_input", "A price needs the model that it is of.", { hint: "Send provider and model along." });
}

function fresh(workspaceId: string): AiSettingsRow {
  const empty = { provider: null, model: null, baseUrl: null, sealed: null, price: null };
  return { id: newId("ais"), workspaceId, ...empty, limits: aiLimits.parse({}) };
}
