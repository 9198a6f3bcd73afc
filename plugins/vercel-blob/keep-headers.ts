import type { CopyBlobInput } from "./types.generated.ts";

type KeepInput = Pick<CopyBlobInput, "access" | "contentType" | "addRandomSuffix" | "allowOverwrite" | "cacheControlMaxAge">;

/** How a blob is kept travels in headers; what is not given is the service's own choice. */
export function keepHeaders(input: KeepInput): Record<string, string | undefined> {
  return {
    "x-vercel-blob-access": input.access ?? "public",
    "x-content-type": input.contentType,
    "x-add-random-suffix": flag(input.addRandomSuffix),
    "x-allow-overwrite": flag(input.allowOverwrite),
    "x-cache-control-max-age": input.cacheControlMaxAge?.toString(),
  };
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? "1" : "0";
}
