import { definePlugin } from "../kit/define-plugin.ts";
import { assignIssue } from "./actions/assign-issue.ts";
import { createComment } from "./actions/create-comment.ts";
import { createIssue } from "./actions/create-issue.ts";
import { deleteIssue } from "./actions/delete-issue.ts";
import { getIssue } from "./actions/get-issue.ts";
import { listComments } from "./actions/list-comments.ts";
import { listIssueTypes } from "./actions/list-issue-types.ts";
import { listProjects } from "./actions/list-projects.ts";
import { listTransitions } from "./actions/list-transitions.ts";
import { searchIssues } from "./actions/search-issues.ts";
import { searchUsers } from "./actions/search-users.ts";
import { transitionIssue } from "./actions/transition-issue.ts";
import { updateIssue } from "./actions/update-issue.ts";
import { jiraCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "jira",
  label: "Jira",
  description: "Issues, comments, searches and people in Jira Cloud.",
  docs: "https://developer.atlassian.com/cloud/jira/platform/rest/v3",
  credential: jiraCredential,
  actions: [
    createIssue,
    getIssue,
    updateIssue,
    deleteIssue,
    assignIssue,
    listTransitions,
    transitionIssue,
    createComment,
    listComments,
    searchIssues,
    listProjects,
    listIssueTypes,
    searchUsers,
  ],
});
