import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { elevenLabs } from "../api.ts";
import type { ListVoicesInput, ListVoicesOutput } from "../types.generated.ts";

const LARGEST_PAGE = 100;

/** What the service gives of its voices at a time. */
interface VoicePage {
  readonly voices: readonly {
    readonly voice_id: string;
    readonly name?: string | null;
    readonly category?: string | null;
    readonly description?: string | null;
    readonly preview_url?: string | null;
  }[];
  readonly has_more: boolean;
  readonly next_page_token?: string | null;
}

/** Lists voices. */
export async function listVoices({ search, category, limit = 100 }: ListVoicesInput, options: StepOptions = {}): Promise<ListVoicesOutput> {
  "use step";
  const voices = await collectPages(limit, async (token, wanted) => {
    const query = { page_size: Math.min(wanted, LARGEST_PAGE), next_page_token: token, search, category };
    const page = await elevenLabs.send<VoicePage>({ path: "/v2/voices", query }, options);
    return { items: page.voices, next: page.has_more ? (page.next_page_token ?? undefined) : undefined };
  });
  return {
    voices: voices.map(({ voice_id: id, name, category: kind, description, preview_url: preview }) => ({
      voice_id: id,
      name: name ?? id,
      category: kind ?? null,
      description: description ?? null,
      preview_url: preview ?? null,
    })),
  };
}
