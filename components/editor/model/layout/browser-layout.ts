import type { Graph } from "../../../../codegen/schema/graph.ts";
import type { Sizes } from "../geometry.ts";
import type { LaidOut, LayoutEngine } from "./lay-out.ts";
import { layOut } from "./lay-out.ts";

let engine: Promise<LayoutEngine> | undefined;

/** `layOut` in a worker of its own, which loads with ELK when it is first asked for. */
export async function layOutInWorker(graph: Graph, sizes: Sizes, only?: Iterable<string>): Promise<LaidOut> {
  engine ??= startEngine();
  // What could not be loaded once may be there the next time.
  engine.catch(() => (engine = undefined));
  return layOut(graph, sizes, await engine, only);
}

async function startEngine(): Promise<LayoutEngine> {
  const { default: Elk } = await import("elkjs/lib/elk-api.js");
  const elk = new Elk({ workerFactory: () => new Worker(new URL("./layout-worker.ts", import.meta.url)) });
  return (question) => elk.layout(question);
}
