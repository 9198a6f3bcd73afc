import { definePlugin } from "../kit/define-plugin.ts";
import { ask } from "./actions/ask.ts";
import { research } from "./actions/research.ts";
import { search } from "./actions/search.ts";
import { perplexityCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "perplexity",
  label: "Perplexity",
  description: "Answers and search with sources.",
  docs: "https://docs.perplexity.ai",
  credential: perplexityCredential,
  actions: [ask, research, search],
});
