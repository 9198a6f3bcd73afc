import { readCredential } from "../../plugins/kit/define-credential.ts";
import { credentialOf } from "../../plugins/ai/credential.ts";
import type { Connection } from "../../plugins/ai/connect.ts";
import { PROVIDER_NAMES, PROVIDERS } from "../../plugins/ai/providers.ts";
import type { Provider, ProviderName } from "../../plugins/ai/providers.ts";
import type { AiLimits, AiPrice } from "../api/ai-schemas.ts";
import { aiLimits } from "../api/ai-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { aiKeyPlace } from "../secrets/places.ts";
import { priceOf } from "../timeline/model-prices.ts";
import { defaultModel } from "./provider-choices.ts";
import { servesThisMachine } from "./serves-this-machine.ts";
import type { AiSettingsRow } from "./store.ts";
import { findAiSettings } from "./store.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** A model that can be asked, and within which limits. */
export interface ChosenModel {
  readonly connection: Connection;
  readonly model: string;
  /** Who named the address: the operator may name any, an owner only what the guard allows. A provider's own address that an owner's choice of it gives is theirs. */
  readonly source: "workspace" | "environment";
  readonly price: AiPrice | null;
  readonly limits: AiLimits;
}

/** What there is, complete or not. `missing` says in a sentence what lacks. */
export interface ModelChoice {
  readonly name: ProviderName | null;
  readonly source: "workspace" | "environment" | null;
  readonly model: string | null;
  readonly baseUrl: string | null;
  readonly hasKey: boolean;
  readonly credentialSource: "workspace" | "environment" | null;
  readonly price: AiPrice | null;
  readonly limits: AiLimits;
  readonly chosen: ChosenModel | null;
  readonly missing: string | null;
}

/** The workspace's model, or the environment's where the workspace chose none. */
export async function findModel(
  server: Pick<Server, "database" | "vault">,
  workspaceId: string,
  environment: Environment = process.env,
): Promise<ModelChoice> {
  const row = await findAiSettings(server.database, workspaceId);
  const { name, model } = nameModel(row, environment);
  const chosenLimits = row?.limits ?? aiLimits.parse({});
  if (name === undefined) {
    const missing =
      "No language model is set. An owner sets one in the settings, or set AI_GATEWAY_API_KEY, OPENAI_API_KEY, ANTHROPIC_API_KEY, GOOGLE_GENERATIVE_AI_API_KEY, or AI_BASE_URL with AI_MODEL for a server of your own.";
    return {
      name: null,
      source: null,
      model: null,
      baseUrl: null,
      hasKey: false,
      credentialSource: null,
      price: null,
      limits: chosenLimits,
      chosen: null,
      missing,
    };
  }
  const isOwn = row?.provider != null;
  const price = ownPrice(row, { name, model }) ?? (model === null ? null : priceOf(model)) ?? null;
  const { apiKey, baseUrl, source } = isOwn ? await ownValues(server, row, name, environment) : environmentValues(name, environment);
  const limits = source === "environment" ? withinOperators(chosenLimits, environment) : chosenLimits;
  const provider: Provider = PROVIDERS[name];
  const address = baseUrl ?? provider.baseUrl;
  const shown = { name, source: isOwn ? ("workspace" as const) : ("environment" as const), model, baseUrl: baseUrl ?? null, price, limits };
  const credentials = { hasKey: apiKey !== undefined, credentialSource: apiKey === undefined && baseUrl === undefined ? null : source };
  const missing = whatLacks(provider, { model, apiKey, address }) ?? whatHasNoPrice(model, price, limits);
  if (missing !== null || model === null || address === undefined) {
    return { ...shown, ...credentials, chosen: null, missing: missing ?? "The model is not set." };
  }
  const connection = { name, provider, baseUrl: address.replace(/\/+$/, ""), apiKey };
  // A server without a key needs nothing of the environment, so that alone its choice would open this machine's own port to an owner.
  const namedBy = source === "environment" && (!isOwn || baseUrl !== undefined) ? "environment" : "workspace";
  return { ...shown, ...credentials, chosen: { connection, model, source: namedBy, price, limits }, missing: null };
}

/** Which provider and which of its models is asked: what the workspace chose, else what the environment or the provider's default says. */
export function nameModel(
  row: Pick<AiSettingsRow, "provider" | "model"> | undefined,
  environment: Environment = process.env,
): { readonly name: ProviderName | undefined; readonly model: string | null } {
  const name = row?.provider ?? providerOfEnvironment(environment);
  if (name === undefined) return { name, model: row?.model ?? null };
  return { name, model: row?.model ?? (row?.provider == null ? environment["AI_MODEL"] : undefined) ?? defaultModel(name) ?? null };
}

/** The owner's price, if it is of this very model: the one asked changes with the environment too. */
function ownPrice(
  row: AiSettingsRow | undefined,
  asked: { readonly name: ProviderName; readonly model: string | null },
): AiPrice | undefined {
  if (!row?.price || row.price.provider !== asked.name || row.price.model !== asked.model) return undefined;
  const { input, output } = row.price;
  return { input, output };
}

/** Throws `not_configured` saying what to set. */
export async function requireModel(server: Pick<Server, "database" | "vault">, access: Access): Promise<ChosenModel> {
  const { chosen, missing } = await findModel(server, access.workspaceId);
  if (chosen) return chosen;
  throw new AppError("not_configured", "There is no language model to ask.", { hint: missing ?? "Set one in the settings." });
}

/** A limit in dollars must hold, which it cannot without a price. */
function whatHasNoPrice(model: string | null, price: AiPrice | null, { dollarsPerDay, dollarsPerMonth }: AiLimits): string | null {
  if (price !== null || (dollarsPerDay === null && dollarsPerMonth === null)) return null;
  return `There is a limit in dollars, and no price of ${model ?? "the model"} is known: an owner gives its price in the settings, or takes that limit away.`;
}

/** What the operator pays for, an owner cannot raise: without a word of theirs the defaults hold, but where the operator is the owner. */
function withinOperators(limits: AiLimits, environment: Environment): AiLimits {
  const defaults = servesThisMachine(environment) ? undefined : aiLimits.parse({});
  const least = (own: number | null, variable: string, other: number | null | undefined): number | null => {
    const set = Number(environment[variable] ?? NaN);
    const most = Number.isFinite(set) ? set : (other ?? null);
    return own === null || (most !== null && most < own) ? most : own;
  };
  return {
    ...limits,
    tokensPerDay: least(limits.tokensPerDay, "AI_TOKENS_PER_DAY", defaults?.tokensPerDay),
    tokensPerMonth: least(limits.tokensPerMonth, "AI_TOKENS_PER_MONTH", defaults?.tokensPerMonth),
  };
}

interface Values {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly source: ChosenModel["source"];
}

/** A key of the environment goes to the address of the environment or the provider's own, never to one that an owner typed. */
async function ownValues(server: Pick<Server, "vault">, row: AiSettingsRow, name: ProviderName, environment: Environment): Promise<Values> {
  const apiKey = row.sealed ? await server.vault.open(row.sealed, aiKeyPlace(row)) : undefined;
  if (apiKey !== undefined || row.baseUrl !== null) return { apiKey, baseUrl: row.baseUrl ?? undefined, source: "workspace" };
  return environmentValues(name, environment);
}

function environmentValues(name: ProviderName, environment: Environment): Values {
  const { apiKey, baseUrl } = readCredential(credentialOf(PROVIDERS[name]), undefined, environment);
  return { apiKey, baseUrl, source: "environment" };
}

/** `AI_PROVIDER`, or the first whose key or address is set. */
function providerOfEnvironment(environment: Environment): ProviderName | undefined {
  const named = PROVIDER_NAMES.find((name) => name === environment["AI_PROVIDER"]?.trim().toLowerCase());
  if (named) return named;
  return PROVIDER_NAMES.find((name) => {
    const { keyVariable, baseUrlVariable, keyless }: Provider = PROVIDERS[name];
    return isSet(environment[keyless === true ? baseUrlVariable : keyVariable]);
  });
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

function whatLacks(
  provider: Provider,
  { model, apiKey, address }: { model: string | null; apiKey: string | undefined; address: string | undefined },
): string | null {
  if (apiKey === undefined && provider.keyless !== true)
    return `The key for ${provider.label} is not set: set it in the settings, or ${provider.keyVariable}.`;
  if (address === undefined) return `The address of the server is not set: set it in the settings, or ${provider.baseUrlVariable}.`;
  if (model === null) return `Which model of ${provider.label} is asked is not set: set it in the settings, or AI_MODEL.`;
  return null;
}
