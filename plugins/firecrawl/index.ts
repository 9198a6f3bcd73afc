import { definePlugin } from "../kit/define-plugin.ts";
import { agent } from "./actions/agent.ts";
import { batchScrape } from "./actions/batch-scrape.ts";
import { crawl } from "./actions/crawl.ts";
import { extract } from "./actions/extract.ts";
import { map } from "./actions/map.ts";
import { scrape } from "./actions/scrape.ts";
import { search } from "./actions/search.ts";
import { firecrawlCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "firecrawl",
  label: "Firecrawl",
  description: "Web pages as Markdown and data.",
  docs: "https://docs.firecrawl.dev/api-reference/v2-introduction",
  credential: firecrawlCredential,
  actions: [scrape, batchScrape, crawl, map, search, extract, agent],
});
