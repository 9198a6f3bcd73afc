import { defineCredential } from "../kit/define-credential.ts";

export const jiraCredential = defineCredential("jira", {
  site: { label: "Site", help: "For example your-domain.atlassian.net.", env: "JIRA_SITE", secret: false },
  email: { label: "E-mail", help: "Of the account the token belongs to.", env: "JIRA_EMAIL", secret: false },
  token: { label: "API token", help: "From id.atlassian.com/manage-profile/security/api-tokens.", env: "JIRA_API_TOKEN" },
  baseUrl: {
    label: "Base URL",
    help: "In place of the site, for a proxy or a mock of the API.",
    env: "JIRA_BASE_URL",
    secret: false,
    optional: true,
  },
});
