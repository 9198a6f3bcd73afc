import { z } from "zod";

export const limit = z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 3 });

export const issueIdOrKey = z.string().meta({ label: "Issue", help: "Its key, such as ED-24, or its id.", example: "ED-24" });

const fromProjects = { action: "listProjects", list: "projects", value: "key", label: "name" };

export const projectKey = z.string().meta({ label: "Project", help: "Its key.", example: "ED", options: fromProjects });

export const anyProject = z.string().optional().meta({ label: "Project", help: "Its key.", example: "ED", options: fromProjects });

export const accountId = z.string().meta({
  label: "Person",
  help: "The id of the account.",
  example: "5b10a2844c20165700ede21g",
  options: { action: "searchUsers", list: "users", value: "accountId", label: "displayName" },
});

export const richText = { code: "markdown", multiline: true, help: "Plain text or Markdown." } as const;

/** What an issue can be given besides its project, type and summary. */
export const issueFields = {
  description: z
    .string()
    .optional()
    .meta({ ...richText, label: "Description", example: "Order entry **fails** on Sundays." }),
  assignee: accountId.optional().meta({
    label: "Assignee",
    help: "The id of the account.",
    example: "5b10a2844c20165700ede21g",
    options: { action: "searchUsers", list: "users", value: "accountId", label: "displayName" },
  }),
  priority: z.string().optional().meta({ label: "Priority", help: "Its name, such as High.", example: "High" }),
  labels: z
    .array(z.string())
    .optional()
    .meta({ label: "Labels", help: "Without blanks in them.", example: ["bugfix"] }),
  duedate: z.iso.date().optional().meta({ label: "Due on", help: "A date such as 2026-12-24.", example: "2026-12-24" }),
  fields: z
    .record(z.string(), z.any())
    .optional()
    .meta({ label: "Other fields", help: "By their ids, as Jira's API takes them.", code: "json", example: { customfield_10000: 8 } }),
};

const user = z.object({ accountId: z.string(), displayName: z.string(), emailAddress: z.string().optional(), active: z.boolean() });

/** A person of the site. */
export const person = user.extend({ accountType: z.string().optional() });

const named = z.object({ id: z.string(), name: z.string() });

export const issue = z.object({
  id: z.string(),
  key: z.string(),
  self: z.string(),
  url: z.string().meta({ help: "Its page in Jira." }),
  fields: z.object({
    summary: z.string().optional(),
    description: z.string().nullish().meta({ help: "As plain text." }),
    status: named.optional(),
    issuetype: named.optional(),
    priority: named.nullish(),
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }).optional(),
    assignee: user.nullish(),
    reporter: user.nullish(),
    resolution: named.nullish(),
    labels: z.array(z.string()).optional(),
    duedate: z.string().nullish(),
    parent: z.object({ id: z.string(), key: z.string() }).optional(),
    created: z.string().optional(),
    updated: z.string().optional(),
    resolutiondate: z.string().nullish(),
  }),
  custom: z.any().meta({ typeParameter: true, label: "Custom fields", help: "By their ids, such as customfield_10000." }),
});

export const comment = z.object({
  id: z.string(),
  self: z.string(),
  body: z.string().nullable().meta({ help: "As plain text." }),
  author: user.optional(),
  created: z.string(),
  updated: z.string(),
});

export const transition = z.object({ id: z.string(), name: z.string(), to: named });

/** What Jira answers to a change with nothing. */
export const changed = z.object({ issueIdOrKey: z.string(), done: z.literal(true) });
