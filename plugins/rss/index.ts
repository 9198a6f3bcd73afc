import { definePlugin } from "../kit/define-plugin.ts";
import { readFeed } from "./actions/read-feed.ts";

export const plugin = definePlugin({
  name: "rss",
  label: "RSS",
  description: "News, blogs and podcasts as feeds.",
  docs: "https://www.rssboard.org/rss-specification",
  actions: [readFeed],
});
