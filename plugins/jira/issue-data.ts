import type { Loose } from "../kit/loose.ts";
import { readDocument, toDocument } from "./document.ts";
import type { CreateIssueInput, GetIssueOutput } from "./types.generated.ts";

/** The fields that every action asks for; Jira's search gives only ids by itself. */
export const FIELDS: readonly string[] = [
  "summary",
  "description",
  "status",
  "issuetype",
  "priority",
  "project",
  "assignee",
  "reporter",
  "resolution",
  "labels",
  "duedate",
  "parent",
  "created",
  "updated",
  "resolutiondate",
];

/** An issue as Jira gives it. */
export interface RawIssue {
  readonly id: string;
  readonly key: string;
  readonly self: string;
  readonly fields: Readonly<Record<string, Loose>>;
}

/** An issue with its description as text and its custom fields apart. */
export function readIssue({ id, key, self, fields }: RawIssue): GetIssueOutput {
  const entries = Object.entries(fields);
  const known = Object.fromEntries(entries.filter(([name]) => FIELDS.includes(name)));
  const custom = Object.fromEntries(entries.filter(([name]) => name.startsWith("customfield_")));
  return { id, key, self, url: pageOf({ key, self }), fields: { ...known, description: readDocument(fields["description"]) }, custom };
}

/** The page people read an issue on, on the site that its address in the API is of. */
export function pageOf({ key, self }: { readonly key: string; readonly self: string }): string {
  return `${URL.parse(self)?.origin ?? ""}/browse/${key}`;
}

/** What can be given to an issue, new or old. */
type Given = Partial<Pick<CreateIssueInput, "description" | "assignee" | "priority" | "labels" | "duedate" | "fields">> & {
  readonly summary?: string | undefined;
};

/** The fields of an issue as Jira takes them; what is left out stays out. */
export function writeFields({ description, assignee, priority, fields, ...rest }: Given): Record<string, unknown> {
  return {
    ...rest,
    description: description === undefined ? undefined : toDocument(description),
    assignee: assignee === undefined ? undefined : { id: assignee },
    priority: priority === undefined ? undefined : { name: priority },
    ...fields,
  };
}
