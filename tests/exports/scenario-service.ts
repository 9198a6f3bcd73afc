import type { Scenario } from "../../codegen/testing/play-fixture.ts";
import type { LoopbackServer, ReceivedCall } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";

/** What a service was asked by one node. */
export interface NodeCall {
  readonly node: string;
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

/** Stands for every service that the workflows call: each request says in its headers which case and node it is of. */
export class ScenarioService {
  readonly #server: LoopbackServer;
  readonly #scenarios: ReadonlyMap<string, Scenario>;
  #calls = new Map<string, NodeCall[]>();
  readonly notices: { readonly node: string; readonly approve: string; readonly key: string | undefined }[] = [];

  private constructor(server: LoopbackServer, scenarios: ReadonlyMap<string, Scenario>) {
    this.#server = server;
    this.#scenarios = scenarios;
  }

  static async start(scenarios: ReadonlyMap<string, Scenario>): Promise<ScenarioService> {
    const server = await startLoopbackServer((call, response) => {
      const { status, body } = service.#answer(call);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    const service = new ScenarioService(server, scenarios);
    return service;
  }

  get url(): string {
    return this.#server.url;
  }

  get host(): string {
    return this.#server.host;
  }

  /** What was asked in a case since the last time this was called. */
  take(name: string): NodeCall[] {
    const calls = this.#calls.get(name) ?? [];
    this.#calls.delete(name);
    return calls;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  #answer(call: ReceivedCall): { status: number; body: unknown } {
    const service = /^\/services\/([a-z-]+)(\/.*)$/.exec(call.url);
    // A service that somebody describes knows nothing of nodes; its paths tell its calls apart.
    const { "x-case": name = service?.[1], "x-node": node = service?.[2] } = call.headers;
    const body: unknown = call.body === "" ? null : JSON.parse(call.body);
    if (typeof name !== "string" || typeof node !== "string") {
      // What an approval tells about itself.
      const { node: asks, approve } = body as { node: string; approve: string };
      this.notices.push({ node: asks, approve, key: call.headers["idempotency-key"]?.toString() });
      return { status: 200, body: {} };
    }
    const calls = this.#calls.get(name) ?? [];
    this.#calls.set(name, calls);
    const index = calls.filter((earlier) => earlier.node === node).length;
    calls.push({ node, method: call.method, url: call.url, body });
    const given = this.#scenarios.get(name)?.answers?.[node] ?? { status: 200, body: {} };
    const answer = ((Array.isArray(given) ? given[index] : given) ?? {}) as { status?: number; body?: unknown; fails?: string };
    if (answer.fails !== undefined) return { status: 400, body: { message: answer.fails } };
    return { status: answer.status ?? 200, body: answer.body ?? null };
  }
}
