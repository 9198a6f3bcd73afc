import { Pool } from "undici";

import { median, quantile } from "./measure.ts";

/** What callers saw of a burst of calls. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** POSTs `total` small JSON bodies, `concurrency` at once over as many kept-alive connections; throws when one is not answered 200. */
export async function callMany(
  url: string,
  options: { total: number; concurrency: number; headers?: Readonly<Record<string, string>> },
): Promise<Load> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: options.concurrency, pipelining: 1 });
  const each: number[] = [];
  let next = 0;
  const lane = async () => {
    while (next < options.total) {
      const id = next++;
      const began = performance.now();
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: pathname,
        headers: { "content-type": "application/json", ...options.headers },
        body: JSON.stringify({ id, total: 5 }),
      });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${text.slice(0, 300)}`);
      each.push(performance.now() - began);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: options.concurrency }, lane));
  const all = performance.now() - start;
  await pool.close();
  return { perSecond: (options.total / all) * 1_000, p50: median(each), p99: quantile(each, 0.99) };
}
