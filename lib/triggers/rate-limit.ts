/**
 * A token bucket per caller in this process's memory: `perSecond` on average, `burst` at once. Several server processes each
 * have their own buckets, so a caller gets at most the sum; the limit protects a process, it does not meter a customer.
 */
export interface RateLimit {
  /** Takes one token: zero when allowed, else the whole seconds to wait. */
  take(caller: string): number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Callers remembered at once; the one unused longest is forgotten first, which only ever refills its bucket. */
const MAX_CALLERS = 10_000;

export function createRateLimit(options: { perSecond: number; burst: number; now?: () => number }): RateLimit {
  const now = options.now ?? (() => performance.now());
  const buckets = new Map<string, Bucket>();
  return {
    take(caller) {
      const at = now();
      const bucket = buckets.get(caller) ?? { tokens: options.burst, filledAt: at };
      bucket.tokens = Math.min(options.burst, bucket.tokens + ((at - bucket.filledAt) / 1000) * options.perSecond);
      bucket.filledAt = at;
      buckets.delete(caller);
      buckets.set(caller, bucket);
      const oldest = buckets.keys().next();
      if (buckets.size > MAX_CALLERS && !oldest.done) buckets.delete(oldest.value);
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / options.perSecond));
      bucket.tokens -= 1;
      return 0;
    },
  };
}

/** Reads `WEFT_RATE_LIMIT`: requests per second and key, or `<per second>/<burst>`; 1,000 a second and a burst of 2,000 without it. */
export function rateLimitFromEnvironment(value: string | undefined): { perSecond: number; burst: number } {
  const match = /^(\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(value?.trim() ?? "");
  const perSecond = Number(match?.[1] ?? 0);
  if (!(perSecond > 0)) return { perSecond: 1000, burst: 2000 };
  return { perSecond, burst: Math.max(1, Number(match?.[2] ?? Math.ceil(perSecond * 2))) };
}
