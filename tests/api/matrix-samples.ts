import type { operations } from "../../lib/api/operations.ts";
import type { Browser } from "./browser.ts";
import { chain, until } from "./start-api.ts";

/** One request that is right in every respect but, perhaps, who sends it. */
export interface Sample {
  readonly path: string;
  readonly json?: unknown;
  /** What whoever may is answered; default 200. */
  readonly status?: number;
}

/** Stands in everything of the workspace that nobody else may read. */
export const MARK = "for-members-only";

/** The workspace that is asked about, made by its owner. `fresh` counts up, for names. */
export interface World {
  readonly owner: Browser;
  readonly memberId: string;
  readonly fresh: () => number;
}

const graphOf = (name: string, trigger: object = {}): object => ({
  ...chain(
    name,
    { respond: "async", ...trigger },
    { id: "ask", kind: "control.approval", label: MARK, config: { message: MARK } },
    { id: "result", kind: "control.return", config: { value: MARK } },
  ),
  title: MARK,
});

async function done<T>(call: Promise<{ status: number; text: string; json: T }>): Promise<T> {
  const answer = await call;
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.json;
}

async function publish({ owner, fresh }: World, trigger: object = {}): Promise<string> {
  const name = `flow${fresh()}`;
  await done(owner.call("POST", "/api/workflows", { json: graphOf(name, trigger) }));
  return name;
}

async function document(world: World): Promise<{ id: string; name: string; revision: number; graph: Record<string, unknown> }> {
  return done(world.owner.call("POST", "/api/documents", { json: { graph: graphOf(`drawn${world.fresh()}`) } }));
}

async function published(world: World): Promise<{ id: string }> {
  const made = await document(world);
  await done(world.owner.call("POST", `/api/documents/${made.id}/publish`, { json: { revision: made.revision } }));
  return made;
}

/** A run that waits for its approval. */
async function run(world: World): Promise<string> {
  const name = await publish(world);
  const started = await done(world.owner.call("POST", `/api/triggers/${name}`, { json: { note: MARK } }));
  const id = started.run.id as string;
  await until(
    async () => (await world.owner.call("GET", `/api/runs/${id}`)).json,
    (found) => found.waits?.length === 1,
  );
  return id;
}

async function ended(world: World): Promise<string> {
  const id = await run(world);
  await done(world.owner.call("POST", `/api/runs/${id}/cancel`));
  return id;
}

/** The one-time address of what a run waits for. */
async function token(world: World): Promise<string> {
  const id = await run(world);
  const { waits } = await done(world.owner.call("GET", `/api/runs/${id}`));
  return (waits[0].url as string).split("/").at(-1) ?? "";
}

async function connection({ owner, fresh }: World, oauth = false): Promise<string> {
  const alias = `alias-${fresh()}`;
  const secret = oauth ? { oauth: { clientId: "id", clientSecret: MARK } } : { fields: { token: MARK } };
  await done(owner.call("POST", "/api/connections", { json: { alias, service: oauth ? "github" : "http", label: MARK, ...secret } }));
  return alias;
}

async function variable({ owner, fresh }: World): Promise<string> {
  const name = `NAME_${fresh()}`;
  await done(owner.call("PUT", `/api/variables/${name}`, { json: { value: MARK } }));
  return name;
}

const serviceOf = (name: string): object => ({
  weftService: 1,
  name,
  label: MARK,
  description: MARK,
  baseUrl: "https://api.example.com",
  actions: [{ name: "list", label: "List", description: "Lists.", method: "GET", path: "/things" }],
});

async function service({ owner, fresh }: World): Promise<string> {
  const name = `service${fresh()}`;
  await done(owner.call("POST", "/api/services", { json: serviceOf(name) }));
  return name;
}

async function share(world: World): Promise<{ document: string; id: string; token: string }> {
  const { id } = await document(world);
  const made = await done(world.owner.call("POST", `/api/documents/${id}/shares`, { json: {} }));
  return { document: id, id: made.id as string, token: (made.url as string).split("/").at(-1) ?? "" };
}

const nothing = { weft: 1, name: "empty", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] };
const at = (path: string, more: Omit<Sample, "path"> = {}): Sample => ({ path, ...more });
const openapi = {
  openapi: "3.1.0",
  info: { title: "Api", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: { "/x": { get: { operationId: "x", responses: { 200: { description: "" } } } } },
};

/** A request for every operation: one that is missing does not compile. */
export const SAMPLES: Record<keyof typeof operations, (world: World) => Promise<Sample> | Sample> = {
  trigger: async (world) => at(`/api/triggers/${await publish(world)}`, { json: {}, status: 202 }),
  triggerOfWorkspace: async (world) =>
    at(`/api/workspaces/${world.owner.workspace}/triggers/${await publish(world)}`, { json: {}, status: 202 }),
  listRuns: () => at("/api/runs"),
  showRun: async (world) => at(`/api/runs/${await run(world)}`),
  runEvents: async (world) => at(`/api/runs/${await ended(world)}/events`),
  cancelRun: async (world) => at(`/api/runs/${await run(world)}/cancel`),
  answerRun: async (world) => at(`/api/runs/${await run(world)}/answers/ask`, { json: { approved: true } }),
  showTimeline: async (world) => at(`/api/runs/${await run(world)}/timeline`),
  showRunTest: async (world) => at(`/api/runs/${await run(world)}/test`, { status: 409 }),
  showStep: async (world) => at(`/api/runs/${await run(world)}/steps/step_none_0`, { status: 404 }),
  rerunRun: async (world) => at(`/api/runs/${await ended(world)}/rerun`, { json: {} }),
  wakeRun: async (world) => at(`/api/runs/${await run(world)}/wake`, { json: {}, status: 409 }),
  watchRuns: () => at("/api/runs/changes"),
  showWait: async (world) => at(`/api/hooks/${await token(world)}`),
  answerWait: async (world) => at(`/api/hooks/${await token(world)}`, { json: { approved: true } }),
  publishWorkflow: ({ fresh }) => at("/api/workflows", { json: { ...nothing, name: `new${fresh()}` } }),
  listWorkflows: () => at("/api/workflows"),
  showWorkflow: async (world) => at(`/api/workflows/${await publish(world)}`),
  listKeys: () => at("/api/keys"),
  createKey: () => at("/api/keys", { json: { name: "new" } }),
  revokeKey: async ({ owner }) => at(`/api/keys/${(await done(owner.call("POST", "/api/keys", { json: { name: MARK } }))).id}/revoke`),
  listActions: () => at("/api/actions?search=service"),
  showAction: async (world) => at(`/api/actions/${await service(world)}.list`),
  listFieldOptions: async (world) => at(`/api/actions/${await service(world)}.list/options`, { json: { field: "none" }, status: 404 }),
  showAiSettings: () => at("/api/ai/settings"),
  changeAiSettings: () => at("/api/ai/settings", { json: { limits: { tokensPerDay: 100_000 } } }),
  // No model is set; what it would be asked is in `lib/ai`.
  testAiSettings: () => at("/api/ai/settings/test", { status: 409 }),
  showAiUsage: () => at("/api/ai/usage"),
  generateWorkflow: () => at("/api/ai/generate-workflow", { json: { prompt: MARK }, status: 409 }),
  assist: () => at("/api/ai/assist", { json: { task: "explain", graph: nothing }, status: 409 }),
  listConnectionTypes: () => at("/api/connection-types"),
  listConnections: () => at("/api/connections"),
  addConnection: ({ fresh }) => at("/api/connections", { json: { alias: `new-${fresh()}`, service: "http", fields: { token: "t" } } }),
  showConnection: async (world) => at(`/api/connections/${await connection(world)}`),
  changeConnection: async (world) => at(`/api/connections/${await connection(world)}`, { json: { label: "other" } }),
  removeConnection: async (world) => at(`/api/connections/${await connection(world)}`),
  testConnection: async (world) => at(`/api/connections/${await connection(world)}/test`),
  makeDefaultConnection: async (world) => at(`/api/connections/${await connection(world)}/default`),
  beginAuthorization: async (world) => at(`/api/connections/${await connection(world, true)}/authorize`),
  endAuthorization: () => at("/api/oauth/callback?state=unknown&code=1", { status: 400 }),
  listVariables: () => at("/api/variables"),
  setVariable: ({ fresh }) => at(`/api/variables/NEW_${fresh()}`, { json: { value: "1" } }),
  removeVariable: async (world) => at(`/api/variables/${await variable(world)}`),
  showSettings: () => at("/api/settings"),
  changeSettings: () => at("/api/settings", { json: { looseData: "warn" } }),
  listServices: () => at("/api/services"),
  addService: ({ fresh }) => at("/api/services", { json: { ...serviceOf(`new${fresh()}`), label: "New", description: "New." } }),
  showService: async (world) => at(`/api/services/${await service(world)}`),
  changeService: async (world) => {
    const name = await service(world);
    return at(`/api/services/${name}`, { json: { ...serviceOf(name), label: "New", description: "New." } });
  },
  removeService: async (world) => at(`/api/services/${await service(world)}`),
  importService: () => at("/api/services/import", { json: { document: openapi } }),
  inferType: async (world) => at(`/api/workflows/${await publish(world)}/types`, { json: { node: "input", samples: [{ a: 1 }] } }),
  listDocuments: () => at("/api/documents"),
  createDocument: () => at("/api/documents", { json: { title: "New" } }),
  showDocument: async (world) => at(`/api/documents/${(await document(world)).id}`),
  saveDocument: async (world) => {
    const { id, revision, name } = await document(world);
    return at(`/api/documents/${id}`, { json: { revision, graph: { ...nothing, name } } });
  },
  changeDocument: async (world) => at(`/api/documents/${(await document(world)).id}`, { json: { folder: "other" } }),
  deleteDocument: async (world) => {
    const { id, name } = await document(world);
    return at(`/api/documents/${id}?name=${name}`);
  },
  publishDocument: async (world) => {
    const { id, revision } = await document(world);
    return at(`/api/documents/${id}/publish`, { json: { revision } });
  },
  testDocument: async (world) => at(`/api/documents/${(await document(world)).id}/runs`, { json: { input: {} } }),
  setPin: async (world) => at(`/api/documents/${(await document(world)).id}/pins/ask`, { json: { output: 1 } }),
  removePin: async (world) => {
    const { id } = await document(world);
    await done(world.owner.call("PUT", `/api/documents/${id}/pins/ask`, { json: { output: MARK } }));
    return at(`/api/documents/${id}/pins/ask`);
  },
  listSamples: async (world) => at(`/api/documents/${(await document(world)).id}/samples`),
  listVersions: async (world) => at(`/api/documents/${(await published(world)).id}/versions`),
  showVersion: async (world) => at(`/api/documents/${(await published(world)).id}/versions/1`),
  makeVersionLive: async (world) => at(`/api/documents/${(await published(world)).id}/versions/1/live`, { json: {} }),
  listTemplates: () => at("/api/templates"),
  exportDocument: async (world) => at(`/api/documents/${(await document(world)).id}/export?format=json`),
  exportDocuments: async (world) => at("/api/exports", { json: { documents: [(await document(world)).id, (await document(world)).id] } }),
  listRunTests: async (world) => at(`/api/documents/${(await document(world)).id}/tests`),
  addRunTest: async (world) => at(`/api/documents/${(await document(world)).id}/tests`, { json: { run: "run_none" }, status: 404 }),
  removeRunTest: async (world) => at(`/api/documents/${(await document(world)).id}/tests/tst_none`, { status: 404 }),
  listShares: async (world) => at(`/api/documents/${(await share(world)).document}/shares`),
  createShare: async (world) => at(`/api/documents/${(await document(world)).id}/shares`, { json: {} }),
  revokeShare: async (world) => {
    const made = await share(world);
    return at(`/api/documents/${made.document}/shares/${made.id}`);
  },
  showShared: async (world) => at(`/api/shared/${(await share(world)).token}`),
  showMe: () => at("/api/me"),
  createWorkspace: () => at("/api/workspaces", { json: { name: "New" } }),
  renameWorkspace: () => at("/api/workspaces/current", { json: { name: "Renamed" } }),
  // By another name it stays, for the operations after this one.
  deleteWorkspace: () => at("/api/workspaces/current?name=other", { status: 409 }),
  listMembers: () => at("/api/members"),
  changeMember: ({ memberId }) => at(`/api/members/${memberId}`, { json: { role: "viewer" } }),
  removeMember: ({ memberId }) => at(`/api/members/${memberId}`),
  listInvitations: () => at("/api/invitations"),
  createInvitation: ({ fresh }) => at("/api/invitations", { json: { email: `new${fresh()}@example.com`, role: "viewer" } }),
  revokeInvitation: async ({ owner, fresh }) => {
    const json = { email: `${MARK}${fresh()}@example.com`, role: "viewer" };
    return at(`/api/invitations/${(await done(owner.call("POST", "/api/invitations", { json }))).id}`);
  },
  acceptInvitation: () => at("/api/invitations/accept", { json: { token: "A".repeat(43) }, status: 404 }),
  listAudit: () => at("/api/audit"),
  enter: () => at("/api/enter", { status: 303 }),
  health: () => at("/api/health"),
  runDue: () => at("/api/cron"),
  openapi: () => at("/api/openapi.json"),
};
