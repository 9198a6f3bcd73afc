import type { StepOptions } from "../../kit/step-options.ts";
import { firecrawl } from "../api.ts";
import type { MapInput, MapOutput } from "../types.generated.ts";

/** Lists the pages of a site. */
export async function map(input: MapInput, options: StepOptions = {}): Promise<MapOutput> {
  "use step";
  const { links } = await firecrawl.send({ path: "/map", json: input, timeout: "2m" }, options);
  const pages: readonly (string | { url: string; title?: string; description?: string })[] = links ?? [];
  return {
    links: pages.map((page) => {
      const { url, title, description } = typeof page === "string" ? { url: page } : page;
      return { url, title: title ?? null, description: description ?? null };
    }),
  };
}
