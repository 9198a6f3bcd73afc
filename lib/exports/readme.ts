import type { Json } from "../../codegen/schema/json.ts";
import { triggerInputSchema } from "../../codegen/schema/trigger-input.ts";
import { sampleOf } from "../triggers/sample-payload.ts";
import { printCalls } from "./called-workflows.ts";
import type { NeededCredential, ProjectWorkflow } from "./workflow-facts.ts";
import { fileOf, titleOf, triggerOf } from "./workflow-facts.ts";

/** The project's README: what it does, how to run, deploy and change it. */
export function printReadme(title: string, workflows: readonly ProjectWorkflow[], credentials: readonly NeededCredential[]): string {
  const scheduled = workflows.filter((workflow) => triggerOf(workflow).on === "schedule");
  const waits = workflows
    .flatMap(({ graph }) => graph.nodes)
    .some(({ kind }) => kind === "control.approval" || kind === "control.waitForEvent");
  const parts = [
    `# ${escapeMarkdown(title)}`,
    workflows.map(describe).join("\n"),
    run(workflows, credentials),
    ...(waits ? [WAITS] : []),
    ...(scheduled.length > 0 ? [schedules(scheduled)] : []),
    deploy(workflows),
    change(workflows),
  ];
  return `${parts.join("\n\n")}\n`;
}

function describe(workflow: ProjectWorkflow): string {
  const about = workflow.graph.description ? `: ${escapeMarkdown(workflow.graph.description)}` : "";
  return `- **${escapeMarkdown(titleOf(workflow))}** ([workflows/${fileOf(workflow)}.ts](workflows/${fileOf(workflow)}.ts))${about}`;
}

function run(workflows: readonly ProjectWorkflow[], credentials: readonly NeededCredential[]): string {
  const services = [...new Set(credentials.map(({ label }) => label))];
  const needed = services.length > 0 ? ` The steps that call ${services.join(", ")} need their credentials there.` : "";
  return `## Run

\`\`\`sh
npm install
npm run dev
\`\`\`

Open <http://localhost:3000>: it lists the workflows. Start one from another shell in this folder:

\`\`\`sh
${useOwn("WORKFLOWS_API_KEY")}
${workflows.map(curl).join("\n")}
\`\`\`

What is not set in the environment the development server makes and keeps in \`.workflow-data/secrets/\`, and prints the key whenever it starts. For the rest, \`cp .env.example .env.local\` and fill
it in.${needed} A key that you set there goes in place of the one in the first line above.

A workflow that answers at once gives its result; every other call gives 202 and the address of the run, where its status, its result and the links of what it waits for are.
Each call starts a run: an \`Idempotency-Key\` is not looked at, so an event that its sender delivers twice starts two.

The workflows are durable: kill the server in the middle of a run and start it again, and the run goes on. They are run by the [Workflow SDK](https://useworkflow.dev);
\`npx workflow inspect runs\` shows them. Runs are kept in \`.workflow-data/\`.`;
}

/** The line of a shell that takes over a secret which the development server has made. */
function useOwn(name: string): string {
  return `export ${name}=$(cat .workflow-data/secrets/${name})`;
}

function curl(workflow: ProjectWorkflow): string {
  const { on, auth } = triggerOf(workflow);
  const key = on === "http" && auth === "none" ? "" : ' -H "authorization: Bearer $WORKFLOWS_API_KEY"';
  const data = JSON.stringify(examplePayload(workflow)).replaceAll("'", String.raw`'\''`);
  return `curl -X POST http://localhost:3000/api/triggers/${workflow.graph.name}${key} -H "content-type: application/json" -d '${data}'`;
}

/** What a caller would send: the body of an HTTP trigger, the whole input of another, as the schema's own examples have it. */
function examplePayload(workflow: ProjectWorkflow): Json {
  const trigger = triggerOf(workflow);
  if (trigger.on === "schedule") return { scheduledAt: "2026-01-01T07:00:00.000Z" };
  const input = sampleOf(triggerInputSchema(trigger)) ?? {};
  return trigger.on === "http" && typeof input === "object" && input !== null && "body" in input ? (input["body"] ?? {}) : input;
}

const WAITS = `## Approvals and events

A run that waits for a person or an event has a signed link, \`/api/hooks/<token>\`, which \`GET /api/runs/<id>\` lists and an approval's \`notify\` address is sent. A browser shows a page
with the question; \`POST\` it \`{ "approved": true, "by": "…", "comment": "…" }\`, or the event. Whoever has the link may answer, once. Set \`WORKFLOWS_LINK_SECRET\` and keep it: links made under another one no longer work.`;

function schedules(workflows: readonly ProjectWorkflow[]): string {
  const lines = workflows.map((workflow) => {
    const { cron, timezone } = triggerOf(workflow);
    return `- \`${fileOf(workflow)}\`: \`${cron}\` in ${timezone ?? "UTC"}`;
  });
  return `## Schedules

${lines.join("\n")}

On Vercel the crons in \`vercel.json\` start them (in UTC; what Vercel has no form for, as another time zone, is looked at every hour, which needs a plan with hourly crons). Anywhere else, let any
cron call them each minute. A call starts what was due last, up to an hour late, and a repeated one starts nothing; of several moments that passed without a call, the last one is made up for:

\`\`\`sh
${useOwn("CRON_SECRET")}
${workflows.map((workflow) => `curl http://localhost:3000/api/schedules/${fileOf(workflow)} -H "authorization: Bearer $CRON_SECRET"`).join("\n")}
\`\`\``;
}

function deploy(workflows: readonly ProjectWorkflow[]): string {
  return `## Deploy

On [Vercel](https://vercel.com): import the repository, set the variables of \`.env.example\`, deploy. Runs and queues are Vercel's own.

On a server of yours: \`npm ci && npm run build && npm start\`, with the variables set and \`.workflow-data/\` on a disk that stays. One process at a time may use that folder.

${kept(workflows)}`;
}

/** What workflows ask for and the SDK does not know. */
function unheeded(workflows: readonly ProjectWorkflow[]): string {
  const steps = workflows.flatMap((workflow) => workflow.steps);
  const isUnheeded = steps.some(
    ({ kind, policy }) => (kind === "code" && policy?.timeout !== undefined) || (kind === "child" && policy !== undefined),
  );
  return isUnheeded
    ? "\n\nA `timeout` beside a step of a workflow's own code, and `maxRetries` beside a call of another workflow, say what is wanted; the SDK heeds neither."
    : "";
}

/** What of the environment is written down with a run. */
function kept(workflows: readonly ProjectWorkflow[]): string {
  const variables = [...new Set(workflows.flatMap((workflow) => workflow.variables))].sort();
  const credentials = "Credentials are read from the environment inside the steps and are not part of a run.";
  if (variables.length === 0) return credentials;
  const named = variables.map((name) => `\`${name}\``).join(", ");
  return `${credentials} What a workflow itself reads there (${named}) is: where it goes into a step's input, it is kept with the run, so guard what runs are kept in.`;
}

function change(workflows: readonly ProjectWorkflow[]): string {
  const calls = printCalls(workflows).files.size > 0;
  return `## Change

\`workflows/\` holds the workflows: plain TypeScript, a \`"use workflow"\` function whose steps are in \`plugins/\`. Change what you like. A \`"use step"\` function runs once and is
retried when it fails; between steps a workflow may only decide, so that it can be replayed.

| | |
|---|---|
| \`workflows/\` | the workflows |
${calls ? "| `calls/` | what a workflow imports that calls another one |\n" : ""}| \`plugins/\` | the steps they use, and what those share (\`plugins/kit/\`) |
| \`plugins/kit/credentials.ts\` | reads the credentials from the environment |
| \`server/\` | what the routes do: keys, input, answers, waits, the world that runs live in |
| \`app/api/\` | the routes |
${tests(workflows)}

\`npm run check\` checks types, lint and format; \`npm test\` runs the tests.${unheeded(workflows)}`;
}

/** What is in `tests/`: a workflow has none that made-up answers lead to no end of. */
function tests(workflows: readonly ProjectWorkflow[]): string {
  const untested = workflows.filter((workflow) => !workflow.tests?.size).map(fileOf);
  if (untested.length === 0) return "| `tests/` | each workflow run in-process with given answers |";
  if (untested.length === workflows.length)
    return "| `tests/` | what a test needs to run a workflow in-process with given answers; there is no test yet |";
  return `| \`tests/\` | workflows run in-process with given answers; none for ${untested.map((file) => `\`${file}\``).join(", ")} |`;
}

/** A person's text as Markdown shows it. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|!]/g, (character) => `\\${character}`);
}
