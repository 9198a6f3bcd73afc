import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { firecrawl } from "../api.ts";
import { formatsOf, readPage } from "../pages.ts";
import type { ScrapeInput, ScrapeOutput } from "../types.generated.ts";

/** The service's own time limit when none is given, and what the way there may take. */
const DEFAULT_MS = 60_000;
const TRAVEL_MS = 10_000;

/** Reads one page. */
export async function scrape<T = Loose>(input: ScrapeInput, options: StepOptions = {}): Promise<ScrapeOutput<T>> {
  "use step";
  const { formats, schema, prompt, question, ...rest } = input;
  // A question alone wants an answer, not the page.
  const asksOnly = question !== undefined && formats === undefined && schema === undefined && prompt === undefined;
  const wanted = asksOnly ? [] : formatsOf({ formats, schema, prompt });
  const json = { ...rest, formats: question === undefined ? wanted : [...wanted, { type: "question", question }] };
  const timeout = `${(input.timeout ?? DEFAULT_MS) + TRAVEL_MS}ms`;
  const { data } = await firecrawl.send({ path: "/scrape", json, timeout }, options);
  return { ...readPage(data), answer: data.answer ?? null, warning: data.warning ?? null };
}
