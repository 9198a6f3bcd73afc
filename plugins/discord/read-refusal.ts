import type { Refusal } from "../kit/http.ts";

/** What Discord says of a call that it refuses; `errors` has the shape of the body, with `_errors` where something is wrong. */
interface DiscordRefusal {
  readonly message?: string;
  /** Seconds. */
  readonly retry_after?: number;
  readonly errors?: unknown;
}

/** Discord's own words, with the fields they are about. */
export function readRefusal({ message, retry_after, errors }: DiscordRefusal): Refusal {
  const details = listErrors(errors, "").slice(0, 5).join("; ");
  return {
    message: details === "" ? message : `${message ?? ""} (${details})`,
    retryAfterMs: retry_after === undefined ? undefined : Math.ceil(retry_after * 1_000),
  };
}

function listErrors(errors: unknown, place: string): string[] {
  if (typeof errors !== "object" || errors === null) return [];
  return Object.entries<unknown>({ ...errors }).flatMap(([name, inner]) => {
    if (name === "_errors" && Array.isArray(inner)) {
      return inner.map((found: { readonly message?: string }) => `${place}: ${found.message ?? "is wrong"}`);
    }
    return listErrors(inner, place === "" ? name : `${place}.${name}`);
  });
}
