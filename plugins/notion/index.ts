import { definePlugin } from "../kit/define-plugin.ts";
import { appendBlocks } from "./actions/append-blocks.ts";
import { archivePage } from "./actions/archive-page.ts";
import { createComment } from "./actions/create-comment.ts";
import { createDatabase } from "./actions/create-database.ts";
import { createPage } from "./actions/create-page.ts";
import { getBlocks } from "./actions/get-blocks.ts";
import { getDatabase } from "./actions/get-database.ts";
import { getPage } from "./actions/get-page.ts";
import { getPageMarkdown } from "./actions/get-page-markdown.ts";
import { listComments } from "./actions/list-comments.ts";
import { listDataSources } from "./actions/list-data-sources.ts";
import { listUsers } from "./actions/list-users.ts";
import { queryDatabase } from "./actions/query-database.ts";
import { search } from "./actions/search.ts";
import { updatePage } from "./actions/update-page.ts";
import { writePageMarkdown } from "./actions/write-page-markdown.ts";
import { notionCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "notion",
  label: "Notion",
  description: "Pages and databases: create, query, change and read them.",
  docs: "https://developers.notion.com/reference/intro",
  credential: notionCredential,
  actions: [
    createPage,
    getPage,
    updatePage,
    archivePage,
    getPageMarkdown,
    writePageMarkdown,
    getBlocks,
    appendBlocks,
    queryDatabase,
    getDatabase,
    createDatabase,
    listDataSources,
    search,
    listUsers,
    createComment,
    listComments,
  ],
});
