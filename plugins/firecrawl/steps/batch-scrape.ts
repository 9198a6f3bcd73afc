import type { Loose } from "../../kit/loose.ts";
import type { Pending } from "../../kit/pending.ts";
import { isPending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { readPage, scrapeOptionsOf } from "../pages.ts";
import type { BatchScrapeInput, BatchScrapeOutput } from "../types.generated.ts";
import { readAllPages, waitForJob } from "../wait-for-job.ts";

/** Reads many pages. Called again with its job until they are read. */
export async function batchScrape<T = Loose>(
  { urls, maxConcurrency, ignoreInvalidURLs, ...page }: BatchScrapeInput,
  options: StepOptions = {},
): Promise<BatchScrapeOutput<T> | Pending> {
  "use step";
  const body = { urls, maxConcurrency, ignoreInvalidURLs, ...scrapeOptionsOf(page) };
  const status = await waitForJob("/batch/scrape", body, options);
  if (isPending(status)) return status;
  const pages = await readAllPages("/batch/scrape", status, urls.length, options);
  const { id, total = pages.length, completed = pages.length, creditsUsed = null } = status;
  return { id, pages: pages.map(readPage), total, completed, creditsUsed };
}
