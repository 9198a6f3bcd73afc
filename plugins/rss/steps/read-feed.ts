import { parseDuration } from "../../kit/duration.ts";
import { fatal } from "../../kit/failure.ts";
import type { HttpCall } from "../../kit/http.ts";
import { httpFailure, sendHttp } from "../../kit/http.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { ReadFeedInput, ReadFeedOutput } from "../types.generated.ts";
import { parseFeed } from "./parse-feed.ts";

/** Reads a feed. Throws a FatalError when the address gives something else. */
export async function readFeed(input: ReadFeedInput, options: StepOptions = {}): Promise<ReadFeedOutput> {
  "use step";
  const url = URL.parse(input.url);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw fatal(`"${input.url.slice(0, 200)}" is not an http(s) address.`, { name: "InvalidUrl" });
  const since = input.since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(input.since);
  if (Number.isNaN(since)) throw fatal(`"${input.since}" is not an ISO 8601 time.`, { name: "InvalidInput" });
  const call: HttpCall = {
    method: "GET",
    url,
    headers: new Headers({ accept: "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8" }),
    timeoutMs: parseDuration(options.timeout ?? "30s"),
    maxBytes: 16_000_000,
    maxRedirects: 5,
  };
  const answer = await sendHttp(call);
  if (answer.status < 200 || answer.status > 299) throw httpFailure(call, answer);
  const feed = parseFeed(new TextDecoder().decode(answer.bytes));
  if (!feed) throw fatal(`${url.origin}${url.pathname} gives no RSS, Atom or JSON feed.`, { name: "InvalidFeed", status: answer.status });
  const fresh = feed.items.filter(({ published }) => published === null || Date.parse(published) > since);
  return { ...feed, items: fresh.slice(0, input.limit ?? 100) };
}
