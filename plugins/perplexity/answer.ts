import { retryable } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import type { AskInput, AskOutput } from "./types.generated.ts";

/** A question as the service wants it: messages, and the schema as a form of answer. */
export function questionOf({ prompt, system, schema }: Pick<AskInput, "prompt" | "system" | "schema">): object {
  return {
    messages: [...(system === undefined ? [] : [{ role: "system", content: system }]), { role: "user", content: prompt }],
    ...(schema === undefined ? {} : { response_format: { type: "json_schema", json_schema: { schema } } }),
  };
}

/** A completion with the fields that its action promises. */
export function readAnswer(completion: Loose, asksForData: boolean): AskOutput<Loose> {
  const [choice] = completion.choices;
  const text: string = readText(choice.message.content);
  const { usage } = completion;
  const results: readonly Loose[] = completion.search_results ?? [];
  const images: readonly Loose[] = completion.images ?? [];
  return {
    text,
    json: asksForData ? parseData(text) : null,
    citations: completion.citations ?? results.map(({ url }) => url),
    search_results: results.map(({ title, url, date, snippet }) => ({ title, url, date: date ?? null, snippet: snippet ?? null })),
    images: images.map(({ image_url, origin_url }) => ({ image_url, origin_url: origin_url ?? null })),
    related_questions: completion.related_questions ?? [],
    finish_reason: choice.finish_reason ?? null,
    model: completion.model,
    usage: usage
      ? {
          prompt_tokens: usage.prompt_tokens,
          completion_tokens: usage.completion_tokens,
          total_tokens: usage.total_tokens,
          num_search_queries: usage.num_search_queries ?? null,
          total_cost: usage.cost?.total_cost ?? null,
        }
      : null,
  };
}

function readText(content: Loose): string {
  if (!Array.isArray(content)) return content ?? "";
  return content.map(({ text }) => text ?? "").join("");
}

/** Models that reason put their thoughts before the data. */
function parseData(text: string): Loose {
  const data = text
    .replace(/^[^]*<\/think>/, "")
    .replace(/^\s*```(?:json)?|```\s*$/g, "")
    .trim();
  try {
    return JSON.parse(data);
  } catch {
    throw retryable(`Perplexity: the answer is not JSON: ${data.slice(0, 100)}`, { name: "NoObjectGenerated" });
  }
}
