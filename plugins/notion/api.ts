import { defineApi } from "../kit/api.ts";
import { notionCredential } from "./credential.ts";

/** Notion's HTTP API, in the version where a database is a container of data sources. */
export const notion = defineApi({
  label: "Notion",
  credential: notionCredential,
  baseUrl: "https://api.notion.com",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  headers: { "notion-version": "2026-03-11" },
  readError: ({ message, request_id: requestId }) => ({ message, requestId }),
});

/** One page of a list. */
export interface NotionList<Item> {
  readonly results: readonly Item[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}

/** What Notion gives of a list at a time. */
export const LARGEST_PAGE = 100;
