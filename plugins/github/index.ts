import { definePlugin } from "../kit/define-plugin.ts";
import { addAssignees } from "./actions/add-assignees.ts";
import { addLabels } from "./actions/add-labels.ts";
import { closeIssue } from "./actions/close-issue.ts";
import { createBranch } from "./actions/create-branch.ts";
import { createComment } from "./actions/create-comment.ts";
import { createGist } from "./actions/create-gist.ts";
import { createIssue } from "./actions/create-issue.ts";
import { createPullRequest } from "./actions/create-pull-request.ts";
import { createRelease } from "./actions/create-release.ts";
import { createReview } from "./actions/create-review.ts";
import { deleteFile } from "./actions/delete-file.ts";
import { dispatchWorkflow } from "./actions/dispatch-workflow.ts";
import { getFile } from "./actions/get-file.ts";
import { getIssue } from "./actions/get-issue.ts";
import { getLatestRelease } from "./actions/get-latest-release.ts";
import { getPullRequest } from "./actions/get-pull-request.ts";
import { getRepository } from "./actions/get-repository.ts";
import { getWorkflowRun } from "./actions/get-workflow-run.ts";
import { listBranches } from "./actions/list-branches.ts";
import { listComments } from "./actions/list-comments.ts";
import { listCommits } from "./actions/list-commits.ts";
import { listIssues } from "./actions/list-issues.ts";
import { listLabels } from "./actions/list-labels.ts";
import { listPullRequestFiles } from "./actions/list-pull-request-files.ts";
import { listPullRequests } from "./actions/list-pull-requests.ts";
import { listReleases } from "./actions/list-releases.ts";
import { listRepositories } from "./actions/list-repositories.ts";
import { listWorkflowRuns } from "./actions/list-workflow-runs.ts";
import { listWorkflows } from "./actions/list-workflows.ts";
import { mergePullRequest } from "./actions/merge-pull-request.ts";
import { removeLabel } from "./actions/remove-label.ts";
import { requestReviewers } from "./actions/request-reviewers.ts";
import { saveFile } from "./actions/save-file.ts";
import { searchCode } from "./actions/search-code.ts";
import { searchIssues } from "./actions/search-issues.ts";
import { searchRepositories } from "./actions/search-repositories.ts";
import { updateComment } from "./actions/update-comment.ts";
import { updateIssue } from "./actions/update-issue.ts";
import { updatePullRequest } from "./actions/update-pull-request.ts";
import { githubCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "github",
  label: "GitHub",
  description: "Issues, pull requests, files, releases and workflow runs on GitHub.",
  docs: "https://docs.github.com/rest",
  credential: githubCredential,
  actions: [
    createIssue,
    getIssue,
    listIssues,
    updateIssue,
    closeIssue,
    createComment,
    listComments,
    updateComment,
    addLabels,
    removeLabel,
    listLabels,
    addAssignees,
    createPullRequest,
    getPullRequest,
    listPullRequests,
    updatePullRequest,
    listPullRequestFiles,
    mergePullRequest,
    createReview,
    requestReviewers,
    getFile,
    saveFile,
    deleteFile,
    createRelease,
    listReleases,
    getLatestRelease,
    listWorkflows,
    dispatchWorkflow,
    listWorkflowRuns,
    getWorkflowRun,
    searchIssues,
    searchCode,
    searchRepositories,
    listRepositories,
    getRepository,
    listBranches,
    createBranch,
    listCommits,
    createGist,
  ],
});
