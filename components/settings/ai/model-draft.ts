import type { AiSettings, AiSettingsChange } from "../../../lib/api/ai-schemas.ts";
import { aiSettingsText } from "../../text/ai-settings.ts";
import { parseAmount } from "./parse-amount.ts";

type ProviderChoice = AiSettings["providers"][number];

/** What the form of the model holds, as typed. */
export interface ModelDraft {
  readonly provider: ProviderChoice["name"] | "environment";
  readonly model: string;
  readonly baseUrl: string;
  /** Undefined keeps the key there is, null takes it away. */
  readonly key: string | null | undefined;
  readonly inputPrice: string;
  readonly outputPrice: string;
}

/** What is wrong with the draft, by field. */
export type ModelProblems = Partial<Record<"baseUrl" | "inputPrice" | "outputPrice", string>>;

/** As many dollars for a million tokens as the API takes. */
const MOST_DOLLARS = 10_000;
const { problems: words } = aiSettingsText.model;

/** The settings as the form begins with them. */
export function beginModelDraft({ source, provider, model, baseUrl, price }: AiSettings): ModelDraft {
  return {
    provider: source === "workspace" && provider !== null ? provider : "environment",
    model: model ?? "",
    baseUrl: baseUrl ?? "",
    key: undefined,
    inputPrice: price === null ? "" : String(price.input),
    outputPrice: price === null ? "" : String(price.output),
  };
}

/** Another provider has other models, another address and another key. */
export function chooseProvider(provider: ModelDraft["provider"], settings: AiSettings): ModelDraft {
  const before = beginModelDraft(settings);
  if (provider === before.provider) return before;
  return { provider, model: "", baseUrl: "", key: undefined, inputPrice: "", outputPrice: "" };
}

/** Whether the server will drop the key that there is. */
export function dropsKey(draft: ModelDraft, settings: AiSettings): boolean {
  const before = beginModelDraft(settings);
  return draft.provider !== before.provider || draft.baseUrl.trim() !== before.baseUrl;
}

/** What saving sends: what is other than before, and nothing of what is wrong. */
export function modelChanges(draft: ModelDraft, settings: AiSettings): { changes: AiSettingsChange; problems: ModelProblems } {
  const before = beginModelDraft(settings);
  const isOther = draft.provider !== before.provider;
  const isOwn = draft.provider !== "environment";
  const model = draft.model.trim();
  const baseUrl = draft.baseUrl.trim();
  const key = draft.key?.trim();
  const price = priceOf(draft);
  const hasPrice = draft.inputPrice !== before.inputPrice || draft.outputPrice !== before.outputPrice;
  const problems: ModelProblems = { ...(isOwn ? urlProblem(draft, settings) : {}), ...price.problems };
  const changes: AiSettingsChange = {
    ...(isOther ? { provider: draft.provider === "environment" ? null : draft.provider } : {}),
    ...(model === (isOther ? "" : before.model) ? {} : { model: model === "" ? null : model }),
    ...(!isOwn || baseUrl === (isOther ? "" : before.baseUrl) ? {} : { baseUrl: baseUrl === "" ? null : baseUrl }),
    ...(!isOwn || key === "" || (key === undefined && draft.key === undefined) ? {} : { apiKey: key ?? null }),
    ...(hasPrice && price.value !== undefined && !(isOther && price.value === null) ? { price: price.value } : {}),
  };
  return { changes, problems };
}

function urlProblem({ provider, baseUrl }: ModelDraft, { providers }: AiSettings): ModelProblems {
  const text = baseUrl.trim();
  if (text === "") {
    const needs = providers.find(({ name }) => name === provider)?.baseUrl === null;
    return needs ? { baseUrl: words.urlMissing } : {};
  }
  const protocol = URL.parse(text)?.protocol;
  return protocol === "http:" || protocol === "https:" ? {} : { baseUrl: words.url };
}

function priceOf({ inputPrice, outputPrice }: ModelDraft): { value: AiSettingsChange["price"]; problems: ModelProblems } {
  const input = parseAmount(inputPrice, MOST_DOLLARS);
  const output = parseAmount(outputPrice, MOST_DOLLARS);
  if (input === undefined || output === undefined) {
    const problems = {
      ...(input === undefined ? { inputPrice: words.amount } : {}),
      ...(output === undefined ? { outputPrice: words.amount } : {}),
    };
    return { value: undefined, problems };
  }
  if (input === null && output === null) return { value: null, problems: {} };
  if (input === null) return { value: undefined, problems: { inputPrice: words.onePrice } };
  if (output === null) return { value: undefined, problems: { outputPrice: words.onePrice } };
  return { value: { input, output }, problems: {} };
}
