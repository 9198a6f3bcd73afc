import { fatal } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import { path } from "../kit/path.ts";
import type { Pending } from "../kit/pending.ts";
import { pending } from "../kit/pending.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { firecrawl } from "./api.ts";

/** How a job that is under way is found again. */
interface Job {
  readonly id: string;
  /** When it was started, in milliseconds. */
  readonly since: number;
}

const LONGEST_MS = 6 * 60 * 60 * 1_000;
const SOON_MS = 60_000;
const TIMEOUT = "60s";

/** Starts a job below `place` (`/crawl`); called again with it, gives its last status once it is done. Throws when it failed. */
export async function waitForJob(place: string, body: object, options: StepOptions): Promise<Loose | Pending> {
  if (options.job === undefined) {
    const { id } = await firecrawl.send<{ id: string }>({ path: place, json: body, timeout: TIMEOUT }, options);
    return pending({ id, since: Date.now() } satisfies Job, "5s");
  }
  // What this function gave as its job.
  const job = options.job as Job;
  const status = await firecrawl.send<Loose>({ path: `${place}${path`/${job.id}`}`, timeout: TIMEOUT }, options);
  const what = `Firecrawl: the job ${job.id} of ${place}`;
  if (status.status === "completed") return { ...status, id: job.id };
  if (status.status === "failed" || status.status === "cancelled") {
    throw fatal(`${what} ${status.status === "failed" ? "failed" : "was cancelled"}${status.error ? `: ${status.error}` : "."}`, {
      name: "JobFailed",
    });
  }
  const waited = Date.now() - job.since;
  if (waited > LONGEST_MS) throw fatal(`${what} is not done after six hours.`, { name: "TimeoutError" });
  return pending(job, waited < SOON_MS ? "5s" : "20s");
}

/** All pages of a job that is done, which come in parts. */
export async function readAllPages(place: string, status: Loose, most: number, options: StepOptions): Promise<Loose[]> {
  const pages: Loose[] = [...(status.data ?? [])];
  const seen = new Set<string>();
  for (let next: unknown = status.next; typeof next === "string" && !seen.has(next) && pages.length < most;) {
    seen.add(next);
    // The address is the service's own; only its query is new.
    const query = URL.parse(next)?.searchParams ?? new URLSearchParams();
    const part = await firecrawl.send<Loose>({ path: `${place}${path`/${status.id}`}`, query, timeout: TIMEOUT }, options);
    pages.push(...(part.data ?? []));
    next = part.next;
  }
  return pages.slice(0, most);
}
