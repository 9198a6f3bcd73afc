import type { AiTest } from "../api/ai-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { AiHost, Ended } from "./ask-model.ts";
import { askModel } from "./ask-model.ts";
import { requireModel } from "./find-model.ts";

/** Models that think before they answer need room for it. */
const MOST_OUTPUT = 2_000;
const PATIENCE = { whole: 60_000, silence: 60_000 };

/** Asks the model for one word. Throws `not_configured` and `budget_exhausted`; whatever the provider says is in the answer. */
export async function testAiSettings(server: AiHost, access: Access, signal: AbortSignal): Promise<AiTest> {
  const chosen = await requireModel(server, access);
  const started = Date.now();
  const question = {
    task: "test" as const,
    instructions: "Answer with the one word: ready",
    messages: [{ role: "user" as const, content: "Are you ready?" }],
    maxOutputTokens: MOST_OUTPUT,
    signal,
  };
  let text = "";
  let ended: Ended | undefined;
  for await (const words of askModel(server, access, chosen, question, (end) => (ended = end), PATIENCE)) text += words;
  const { how, error } = ended ?? {};
  const milliseconds = Date.now() - started;
  const { label } = chosen.connection.provider;
  const found = { model: chosen.model, milliseconds };
  if (error) return { ok: false, message: [error.message, error.hint].filter(Boolean).join(" "), ...found };
  if (how !== "whole" || text.trim() === "") return { ok: false, message: `${label} answered, but with no whole word.`, ...found };
  return { ok: true, message: `${label} answered as ${chosen.model}.`, ...found };
}
