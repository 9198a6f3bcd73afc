import type { QueryValue } from "../kit/api.ts";
import { defineApi } from "../kit/api.ts";
import { encodeBase64 } from "../kit/base64.ts";
import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { jiraCredential } from "./credential.ts";

/** What Jira says of a failure: sentences, and one by the name of each field that is wrong. */
interface JiraErrors {
  readonly errorMessages?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
}

const LARGEST_PAGE = 50;

/** Jira Cloud's REST API, version 3. */
export const jira = defineApi({
  label: "Jira",
  credential: jiraCredential,
  baseUrl: ({ site = "" }) =>
    `https://${site
      .trim()
      .replace(/^https?:\/\//, "")
      .replace(/\/.*$/, "")}`,
  authorize: ({ email, token }, { headers }) => {
    headers.set("authorization", `Basic ${encodeBase64(new TextEncoder().encode(`${email}:${token}`))}`);
  },
  readError: ({ errorMessages = [], errors = {} }: JiraErrors, { headers }) => {
    const said = [...errorMessages, ...Object.entries(errors).map(([field, message]) => `${field}: ${message}`)];
    return { message: said.length > 0 ? said.join("; ") : undefined, requestId: headers["atl-traceid"] };
  },
});

/** The first `limit` entries of a list that counts its entries from `startAt`; `read` takes them out of a page. */
export async function listJira<Item, Body>(
  limit: number,
  path: string,
  query: Readonly<Record<string, QueryValue>>,
  options: StepOptions,
  read: (body: Body) => readonly Item[],
): Promise<Item[]> {
  return collectPages(limit, async (startAt = "0", wanted) => {
    const page = { ...query, startAt, maxResults: Math.min(wanted, LARGEST_PAGE) };
    const items = read(await jira.send<Body>({ path, query: page }, options));
    // A page may hold fewer than were asked for, with more behind it.
    return { items, next: items.length === 0 ? undefined : String(Number(startAt) + items.length) };
  });
}
