import type { Loose } from "../../kit/loose.ts";
import type { Pending } from "../../kit/pending.ts";
import { isPending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { readPage, scrapeOptionsOf } from "../pages.ts";
import type { CrawlInput, CrawlOutput } from "../types.generated.ts";
import { readAllPages, waitForJob } from "../wait-for-job.ts";

/** Reads a site. Called again with its job until it is read. */
export async function crawl<T = Loose>(input: CrawlInput, options: StepOptions = {}): Promise<CrawlOutput<T> | Pending> {
  "use step";
  const { formats, schema, dataPrompt, onlyMainContent, includeTags, excludeTags, waitFor, mobile, maxAge, location, proxy, ...site } =
    input;
  const load = { onlyMainContent, includeTags, excludeTags, waitFor, mobile, maxAge, location, proxy };
  const limit = input.limit ?? 100;
  const body = { ...site, limit, scrapeOptions: scrapeOptionsOf({ formats, schema, prompt: dataPrompt, ...load }) };
  const status = await waitForJob("/crawl", body, options);
  if (isPending(status)) return status;
  const pages = await readAllPages("/crawl", status, limit, options);
  const { id, total = pages.length, completed = pages.length, creditsUsed = null } = status;
  return { id, pages: pages.map(readPage), total, completed, creditsUsed };
}
