import { credentialVariable, renewalVariables } from "./template/plugins/kit/define-credential.ts";
import type { NeededCredential, ProjectWorkflow } from "./workflow-facts.ts";
import { triggerOf } from "./workflow-facts.ts";

/** `.env.example`: exactly what these workflows read from the environment, and where each of it comes from. What is optional is commented out. */
export function printEnvExample(workflows: readonly ProjectWorkflow[], credentials: readonly NeededCredential[]): string {
  const parts = [ownSecrets(workflows), variables(workflows), ...credentials.map(printCredential)].filter((part) => part !== "");
  return `# Copy this file to .env.local and fill it in.\n\n${parts.join("\n\n")}\n`;
}

function ownSecrets(workflows: readonly ProjectWorkflow[]): string {
  const triggers = workflows.map(triggerOf);
  const waits = workflows
    .flatMap(({ graph }) => graph.nodes)
    .some(({ kind }) => kind === "control.approval" || kind === "control.waitForEvent");
  const made = "Make one with: openssl rand -base64 32";
  return [
    `# What callers of the workflows send as "Authorization: Bearer …". ${made}\nWORKFLOWS_API_KEY=`,
    ...(triggers.some(({ on }) => on === "schedule")
      ? [`# What the cron that starts scheduled workflows sends. Vercel sends it by itself. ${made}\nCRON_SECRET=`]
      : []),
    ...(waits ? [`# What the links in approvals and event waits are signed with. ${made}\nWORKFLOWS_LINK_SECRET=`, publicUrl] : []),
  ].join("\n\n");
}

const publicUrl =
  "# The address under which others reach this server, for the links in notifications; on Vercel it is known.\n# WORKFLOWS_PUBLIC_URL=";

function variables(workflows: readonly ProjectWorkflow[]): string {
  const names = [...new Set(workflows.flatMap(({ variables }) => variables))].sort();
  if (names.length === 0) return "";
  return `# Values that the workflows read as env.NAME.\n${names.map((name) => `${name}=`).join("\n")}`;
}

function printCredential({ type, label, alias }: NeededCredential): string {
  const title = alias === undefined ? label : `${label}: the connection ${oneLine(alias)}`;
  const lines = Object.entries(type.fields).flatMap(([name, { label, help, optional }]) => [
    `# ${oneLine(label)}${optional ? " (optional)" : ""}${help === undefined ? "" : `. ${oneLine(help)}`}`,
    `${optional ? "# " : ""}${credentialVariable(type, name, alias)}=`,
  ]);
  return [`# ${title}`, ...lines, ...renewal(type, alias)].join("\n");
}

/** An access token that expires can be renewed instead of being given. */
function renewal(type: NeededCredential["type"], alias: string | undefined): string[] {
  if (type.oauth === undefined) return [];
  const { refreshToken, id, secret } = renewalVariables(type, alias);
  return [
    `# Instead of the token, what renews one: an OAuth client of yours and a refresh token of ${new URL(type.oauth.tokenUrl).host}.`,
    `# ${refreshToken}=`,
    `# ${id}=`,
    `# ${secret}=`,
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
