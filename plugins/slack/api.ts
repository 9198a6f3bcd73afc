import { defineApi } from "../kit/api.ts";
import type { ApiRequest } from "../kit/api.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { slackCredential } from "./credential.ts";
import { readRefusal } from "./read-refusal.ts";

/** Slack's Web API. */
export const slack = defineApi({
  label: "Slack",
  credential: slackCredential,
  baseUrl: "https://slack.com/api",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  refuses: (body) => body?.ok !== true,
  readError: readRefusal,
});

/** Where the content of files is; what comes from there is no JSON. */
export const slackFiles = defineApi({
  label: "Slack",
  credential: slackCredential,
  baseUrl: "https://files.slack.com",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  readError: readRefusal,
});

/** Where the content of a file goes: an address that Slack names for it, which needs no token. */
export const slackUploads = defineApi({ label: "Slack's file upload", baseUrl: "https://files.slack.com" });

/** Calls a method that changes something. Forms are what every method takes; lists and objects are JSON in them. */
export async function callSlack<Answer>(method: string, fields: object, options: StepOptions): Promise<Answer> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries<unknown>({ ...fields })) {
    if (value !== undefined && value !== null) form.set(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  return slack.send({ path: `/${method}`, form }, options);
}

/** Calls a method that only reads. */
export async function askSlack<Answer>(method: string, query: NonNullable<ApiRequest["query"]>, options: StepOptions): Promise<Answer> {
  return slack.send({ path: `/${method}`, query }, options);
}
