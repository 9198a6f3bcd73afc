import type { Graph } from "../../../codegen/schema/graph.ts";
import type { SaveProblem, Send, SendResult, ServerState } from "./send.ts";

/** A server that keeps the contract of `PUT /api/documents/{id}`: a save on an old revision is refused with what is there. */
export class FakeServer {
  revision = 1;
  graph: Graph;
  updatedBy: ServerState["updatedBy"] = null;
  /** What becomes of saves, as long as it is set: nobody answers; they are kept and nobody answers; or they are refused. */
  trouble: "down" | "answer-lost" | SaveProblem | undefined;
  /** Milliseconds until it answers. */
  delay = 10;
  /** The revision that each save named, in order. */
  readonly saves: number[] = [];

  constructor(graph: Graph) {
    this.graph = graph;
  }

  /** Somebody saves through another tab or machine. */
  saveAs(name: string, change: (graph: Graph) => Graph): void {
    this.graph = structuredClone(change(this.graph));
    this.updatedBy = { id: `usr_${name}`, name };
    this.revision++;
  }

  /** How a person's tab reaches it. */
  reach(name: string): Send {
    return {
      save: async ({ revision, graph }) => {
        this.saves.push(revision);
        const result = this.#save(name, revision, structuredClone(graph));
        await new Promise((resolve) => setTimeout(resolve, this.delay));
        return result;
      },
      load: async () => {
        await new Promise((resolve) => setTimeout(resolve, this.delay));
        return this.trouble === "down" ? undefined : this.#state();
      },
    };
  }

  #save(name: string, revision: number, graph: Graph): SendResult {
    if (this.trouble === "down") return { kind: "unreachable" };
    if (typeof this.trouble === "object") return { kind: "refused", problem: this.trouble };
    if (revision !== this.revision) return { kind: "changed", server: this.#state() };
    this.saveAs(name, () => graph);
    return this.trouble === "answer-lost" ? { kind: "unreachable" } : { kind: "saved", revision: this.revision };
  }

  #state(): ServerState {
    return { revision: this.revision, graph: structuredClone(this.graph), updatedBy: this.updatedBy };
  }
}
