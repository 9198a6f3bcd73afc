/** The longest that a function may run, in seconds; `vercel.json` grants it. */
export const FUNCTION_SECONDS = 300;

/** What is kept of that for giving back what is not done. */
export const SPARE_SECONDS = 20;

/** True in a function of Vercel: frozen between requests, gone at any time, and without a disk. */
export function isOnVercel(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return environment["VERCEL"] === "1";
}

/** Where people reach this deployment: production under its domain, a preview under its branch's; undefined elsewhere. */
export function vercelUrl(environment: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  if (!isOnVercel(environment)) return undefined;
  const own = environment["VERCEL_BRANCH_URL"] ?? environment["VERCEL_URL"];
  const host = environment["VERCEL_ENV"] === "production" ? (environment["VERCEL_PROJECT_PRODUCTION_URL"] ?? own) : own;
  return host === undefined ? undefined : `https://${host}`;
}
