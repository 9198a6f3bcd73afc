import { AppError } from "../errors.ts";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * The origin under which this browser reaches us and may sign in: that of `WEFT_URL`; without it, or when it is itself a loopback address,
 * any loopback name as asked. Throws `forbidden` for any other name: a name that leads here need not be ours, and links in mails would
 * carry it.
 */
export function ownOrigin(host: string | null, configured = process.env["WEFT_URL"]): string {
  const base = configured === undefined || configured === "" ? undefined : new URL(configured);
  if (host !== null && (base === undefined || LOOPBACK.test(base.host)) && LOOPBACK.test(host)) return `http://${host.toLowerCase()}`;
  if (base && host?.toLowerCase() === base.host) return base.origin;
  throw new AppError(
    "forbidden",
    `Nobody can sign in at ${JSON.stringify((host ?? "").slice(0, 200))}: this server does not know that name as its own.`,
    {
      hint: base
        ? `Open ${base.origin} instead.`
        : "Set WEFT_URL to the address that people open, for example WEFT_URL=https://weft.example.",
    },
  );
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Throws `forbidden` when a request that changes something, and whose cookies are to count, may come from a page that is not ours: browsers
 * say where a request comes from, and pages cannot say it for them. A page of another port of this machine is another site.
 */
export function requireOwnPage(request: Request): void {
  const own = ownOrigin(request.headers.get("host"));
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isOwn = origin === null ? site === "same-origin" : origin === own && (site === null || site === "same-origin");
  if (isOwn) return;
  throw new AppError("forbidden", "This call did not come from a page of Weft.", {
    hint: "Browsers send Origin themselves. A program calls with a key: Authorization: Bearer weft_….",
  });
}
