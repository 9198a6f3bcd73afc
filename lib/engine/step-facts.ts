import type { RuntimeStep } from "./contract.ts";

/** How many tokens of which model a step used. */
export interface TokenUse {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** As the provider or the node names it. */
  readonly model: string | null;
}

/** Where an outcome was taken from that is a node's pinned output. */
export const PIN = "pin";

const LONGEST_PREVIEW = 120;

/** The start of a value on one line, whatever its size: it looks no further than it shows. */
export function previewOf(value: unknown): string {
  const text = typeof value === "string" ? value.slice(0, 4 * LONGEST_PREVIEW) : show(value, LONGEST_PREVIEW + 1);
  const line = text.replaceAll(/\s+/g, " ").trim();
  // A NUL can be in no text of the database's JSON operators.
  const clean = line.replaceAll("\0", "\uFFFD").toWellFormed();
  return clean.length > LONGEST_PREVIEW ? `${clean.slice(0, LONGEST_PREVIEW - 1).toWellFormed()}…` : clean;
}

function show(value: unknown, room: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, room));
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Date) return JSON.stringify(value) ?? "";
  const isList = Array.isArray(value);
  let text = isList ? "[" : "{";
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    if (text.length > 1) text += ", ";
    if (!isList) text += `${key}: `;
    // Read by a key of its own.
    text += show((value as Record<string, unknown>)[key], Math.max(0, room - text.length));
    if (text.length > room) return text;
  }
  return text + (isList ? "]" : "}");
}

/** What an AI action says it used; undefined for any other step. An HTTP call's body may say anything, so it is not asked. */
export function usageOf(step: RuntimeStep, input: unknown, output: unknown): TokenUse | undefined {
  if (step.kind !== "action" || step.operation !== undefined || step.action?.startsWith("http.")) return undefined;
  const usage = fieldOf(output, "usage");
  const inputTokens = numberOf(usage, "inputTokens", "prompt_tokens", "input_tokens", "tokens");
  const outputTokens = numberOf(usage, "outputTokens", "completion_tokens", "output_tokens");
  if (inputTokens === undefined && outputTokens === undefined) return undefined;
  const model = [fieldOf(output, "model"), fieldOf(input, "model"), fieldOf(input, "modelId")].find((name) => typeof name === "string");
  return { inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0, model: typeof model === "string" ? model.slice(0, 200) : null };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function numberOf(value: unknown, ...names: string[]): number | undefined {
  const found = names
    .map((name) => fieldOf(value, name))
    .find((count) => typeof count === "number" && Number.isFinite(count) && count >= 0);
  return typeof found === "number" ? Math.round(found) : undefined;
}
