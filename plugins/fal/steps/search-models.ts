import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { fal, PLATFORM } from "../api.ts";
import type { SearchModelsInput, SearchModelsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 100;

/** What fal gives of its models at a time. */
interface ModelPage {
  readonly models: readonly {
    readonly endpoint_id: string;
    readonly metadata?: { readonly display_name?: string; readonly category?: string; readonly description?: string };
  }[];
  readonly next_cursor?: string | null;
  readonly has_more?: boolean;
}

/** Finds models. */
export async function searchModels(
  { q, category, limit = 100 }: SearchModelsInput,
  options: StepOptions = {},
): Promise<SearchModelsOutput> {
  "use step";
  const models = await collectPages(limit, async (cursor, wanted) => {
    const query = { q, category, cursor, limit: Math.min(wanted, LARGEST_PAGE), status: "active" };
    const page = await fal.send<ModelPage>({ baseUrl: PLATFORM, path: "/models", query }, options);
    return { items: page.models, next: page.has_more === false ? undefined : (page.next_cursor ?? undefined) };
  });
  return {
    models: models.map(({ endpoint_id, metadata = {} }) => ({
      endpoint_id,
      display_name: metadata.display_name ?? endpoint_id,
      category: metadata.category ?? null,
      description: metadata.description ?? null,
    })),
  };
}
