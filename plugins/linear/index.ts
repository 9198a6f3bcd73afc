import { definePlugin } from "../kit/define-plugin.ts";
import { archiveIssue } from "./actions/archive-issue.ts";
import { createComment } from "./actions/create-comment.ts";
import { createIssue } from "./actions/create-issue.ts";
import { createProject } from "./actions/create-project.ts";
import { getIssue } from "./actions/get-issue.ts";
import { listComments } from "./actions/list-comments.ts";
import { listIssues } from "./actions/list-issues.ts";
import { listLabels } from "./actions/list-labels.ts";
import { listProjects } from "./actions/list-projects.ts";
import { listStates } from "./actions/list-states.ts";
import { listTeams } from "./actions/list-teams.ts";
import { listUsers } from "./actions/list-users.ts";
import { searchIssues } from "./actions/search-issues.ts";
import { updateIssue } from "./actions/update-issue.ts";
import { linearCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "linear",
  label: "Linear",
  description: "Issues, comments and projects in Linear.",
  docs: "https://linear.app/developers/graphql",
  credential: linearCredential,
  actions: [
    createIssue,
    getIssue,
    updateIssue,
    archiveIssue,
    listIssues,
    searchIssues,
    createComment,
    listComments,
    createProject,
    listProjects,
    listTeams,
    listUsers,
    listLabels,
    listStates,
  ],
});
