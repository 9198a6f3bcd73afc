/** What every action tells of an issue; a search has a type of its own for them. */
const ISSUE = `
  id identifier title description url priority priorityLabel estimate dueDate branchName
  createdAt updatedAt completedAt canceledAt
  state { id name type }
  team { id key name }
  assignee { id name email }
  project { id name }
  labels { nodes { id name } }
`;

/** Names the fields of an issue for a query that says `...IssueFields`. */
export const ISSUE_FIELDS = `fragment IssueFields on Issue {${ISSUE}}`;

/** The same of an issue that a search has found. */
export const FOUND_ISSUE_FIELDS = `fragment FoundIssueFields on IssueSearchResult {${ISSUE}}`;

export const COMMENT_FIELDS = `fragment CommentFields on Comment { id body url createdAt updatedAt user { id name email } issue { id identifier } }`;

export const PROJECT_FIELDS = `fragment ProjectFields on Project {
  id name description url progress startDate targetDate createdAt updatedAt
  status { id name type }
  lead { id name email }
}`;
