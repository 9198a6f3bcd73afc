/** US dollars for a million tokens. */
interface Price {
  readonly input: number;
  readonly output: number;
}

/**
 * List prices of common models as of 1 December 2025, by name without the provider in front and with dashes for dots. Providers change theirs
 * without telling us; a model that is not here has no price rather than a wrong one.
 */
const PRICES: Readonly<Record<string, Price>> = {
  "gpt-5": { input: 1.25, output: 10 },
  "gpt-5-1": { input: 1.25, output: 10 },
  "gpt-5-mini": { input: 0.25, output: 2 },
  "gpt-5-nano": { input: 0.05, output: 0.4 },
  "gpt-4-1": { input: 2, output: 8 },
  "gpt-4-1-mini": { input: 0.4, output: 1.6 },
  "gpt-4-1-nano": { input: 0.1, output: 0.4 },
  "gpt-4o": { input: 2.5, output: 10 },
  "gpt-4o-mini": { input: 0.15, output: 0.6 },
  o3: { input: 2, output: 8 },
  "o4-mini": { input: 1.1, output: 4.4 },
  "text-embedding-3-small": { input: 0.02, output: 0 },
  "text-embedding-3-large": { input: 0.13, output: 0 },
  "claude-opus-4": { input: 15, output: 75 },
  "claude-opus-4-1": { input: 15, output: 75 },
  "claude-opus-4-5": { input: 5, output: 25 },
  "claude-sonnet-4": { input: 3, output: 15 },
  "claude-sonnet-4-5": { input: 3, output: 15 },
  "claude-haiku-4-5": { input: 1, output: 5 },
  "claude-3-5-haiku": { input: 0.8, output: 4 },
  "gemini-2-5-pro": { input: 1.25, output: 10 },
  "gemini-2-5-flash": { input: 0.3, output: 2.5 },
  "gemini-2-5-flash-lite": { input: 0.1, output: 0.4 },
  "deepseek-chat": { input: 0.28, output: 0.42 },
  "deepseek-reasoner": { input: 0.28, output: 0.42 },
  sonar: { input: 1, output: 1 },
  "sonar-pro": { input: 3, output: 15 },
};

/** What may follow the name of the same model: nothing, a date, `latest`. */
const SAME_MODEL = /^(?:|[-@:](?:\d{8}|\d{6}|\d{4}|\d{4}-\d{2}-\d{2}|\d{2}-\d{4}|latest))$/;

/** What the tokens cost at list price, in US dollars; null for a model whose price is not known here. Cached tokens count as new ones. */
export function costOf(usage: {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly model: string | null;
}): number | null {
  const price = usage.model === null ? undefined : priceOf(usage.model);
  return price ? (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1_000_000 : null;
}

/** The list price of a model; undefined for one that is not known here. */
export function priceOf(model: string): Price | undefined {
  // Gateways put the provider in front: `openai/gpt-5-mini`.
  const name = model
    .slice(model.lastIndexOf("/") + 1)
    .toLowerCase()
    .replaceAll(".", "-");
  const known = Object.keys(PRICES).find((start) => name.startsWith(start) && SAME_MODEL.test(name.slice(start.length)));
  return known === undefined ? undefined : PRICES[known];
}
