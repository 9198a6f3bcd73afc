import type { Graph, GraphEdge, GraphNode } from "../codegen/index.ts";

/** Puts nodes after nodes; every graph is the same for the same arguments. */
class Drawing {
  readonly nodes: GraphNode[] = [];
  readonly edges: GraphEdge[] = [];

  add(kind: string, config: GraphNode["config"], from: readonly string[] = [], parent?: string): string {
    const id = `n${this.nodes.length}`;
    this.nodes.push({
      id,
      kind,
      label: `Node ${this.nodes.length}`,
      config,
      ...(parent === undefined ? {} : { parent }),
      position: { x: 240 * this.nodes.length, y: 0 },
    });
    for (const source of from) this.connect(source, id);
    return id;
  }

  /** `source` is a node's id, or `id:port`. */
  connect(source: string, target: string): void {
    const [id = "", port] = source.split(":");
    this.edges.push({ id: `e${this.edges.length}`, source: id, ...(port === undefined ? {} : { port }), target });
  }

  finish(name: string): Graph {
    return { weft: 1, name, title: "A workflow of the bench", nodes: this.nodes, edges: this.edges };
  }
}

const TRIGGER = {
  on: "http",
  respond: "sync",
  auth: "none",
  input: {
    type: "object",
    properties: { body: { type: "object", properties: { id: { type: "number" }, total: { type: "number" } }, required: ["id", "total"] } },
    required: ["body"],
  },
};

function begin(): { drawing: Drawing; trigger: string } {
  const drawing = new Drawing();
  return { drawing, trigger: drawing.add("trigger", TRIGGER) };
}

/** A block of the mixed graph: where it starts, and a node of it whose value is there for certain afterwards. */
type Block = (drawing: Drawing, from: string, value: string, alike: number) => string;

const call = (drawing: Drawing, value: string, from: readonly string[], parent?: string): string =>
  drawing.add(
    "http.request",
    {
      method: "POST",
      url: `https://api.example.com/orders/{{ ${value}.body.id }}`,
      body: { total: `{{ ${value}.body.total * 2 }}`, note: "From {{ n0.body.id }}" },
    },
    from,
    parent,
  );

const chain: Block = (drawing, from, value) => {
  let last = call(drawing, value, [from]);
  for (let index = 0; index < 3; index++) last = call(drawing, last, [last]);
  return last;
};

const fanOut: Block = (drawing, from, value, alike) => {
  const arms = Array.from({ length: 3 + (alike % 4) }, () => call(drawing, value, [from]));
  return drawing.add(
    "http.request",
    { method: "POST", url: "https://api.example.com/sums", body: { all: arms.map((arm) => `{{ ${arm}.body.total }}`) } },
    arms,
  );
};

const branches: Block = (drawing, from, value) => {
  const outer = drawing.add("control.if", { when: `${value}.body.total > 100` }, [from]);
  const left = call(drawing, value, [`${outer}:true`]);
  const inner = drawing.add(
    "control.switch",
    {
      cases: [
        { port: "a", when: `${value}.body.id === 1` },
        { port: "b", when: `${value}.body.id === 2` },
      ],
    },
    [`${outer}:false`],
  );
  const ends = ["a", "b", "default"].map((port) => call(drawing, value, [`${inner}:${port}`]));
  return drawing.add("http.request", { method: "GET", url: `https://api.example.com/orders/{{ ${value}.body.id }}` }, [left, ...ends]);
};

const loop: Block = (drawing, from, value) => {
  const each = drawing.add(
    "control.forEach",
    { items: `{{ ${value}.body.lines }}`, as: `line${drawing.nodes.length}`, concurrency: drawing.nodes.length % 2 === 0 ? 1 : 4 },
    [from],
  );
  const variable = `line${drawing.nodes.length - 1}`;
  const first = drawing.add("http.request", { method: "GET", url: `https://api.example.com/lines/{{ ${variable}.id }}` }, [], each);
  const fields = drawing.add(
    "control.set",
    { fields: { line: `{{ ${variable}.id }}`, price: `{{ ${first}.body.price + 1 }}` } },
    [first],
    each,
  );
  call(drawing, first, [fields], each);
  return drawing.add("http.request", { method: "GET", url: `https://api.example.com/orders/{{ ${value}.body.id }}` }, [each]);
};

const rescue: Block = (drawing, from, value) => {
  const risky = call(drawing, value, [from]);
  const sorry = drawing.add("http.request", { method: "POST", url: "https://api.example.com/sorry", body: `{{ ${risky}Error.message }}` }, [
    `${risky}:error`,
  ]);
  return drawing.add("http.request", { method: "GET", url: `https://api.example.com/orders/{{ ${value}.body.id }}` }, [risky, sorry]);
};

const BLOCKS = [chain, fanOut, branches, loop, rescue];

/** About `size` nodes (never more than a block over) of chains, fan-outs, nested branches, loops and rescues, in one lane for each 300 nodes and at least two. */
export function makeMixedGraph(size: number, name = `mixed${size}`): Graph {
  const { drawing, trigger } = begin();
  const lanes = Array.from({ length: Math.max(2, Math.ceil(size / 300)) }, () => ({ from: trigger, value: trigger }));
  for (let block = 0; drawing.nodes.length < size - 2; block++) {
    const lane = lanes[block % lanes.length];
    const draw = BLOCKS[(block + Math.floor(block / BLOCKS.length)) % BLOCKS.length];
    if (!lane || !draw) continue;
    lane.value = draw(drawing, lane.from, lane.value, block);
    lane.from = lane.value;
  }
  drawing.add(
    "control.return",
    { value: { id: "{{ n0.body.id }}" } },
    lanes.map(({ from }) => from).filter((from, index, all) => all.indexOf(from) === index),
  );
  return drawing.finish(name);
}

/** `count` durable steps in a row, and a return. */
export function makeChain(count: number, name = `chain${count}`): Graph {
  const { drawing, trigger } = begin();
  let last = trigger;
  for (let index = 0; index < count; index++) last = drawing.add("code", { source: "return 1;" }, [last]);
  drawing.add("control.return", { value: { ok: true } }, [last]);
  return drawing.finish(name);
}

/** `count` durable steps at once, and a return. */
export function makeFan(count: number, name = `fan${count}`): Graph {
  const { drawing, trigger } = begin();
  const arms = Array.from({ length: count }, () => drawing.add("code", { source: "return 1;" }, [trigger]));
  drawing.add("control.return", { value: { ok: true } }, arms);
  return drawing.finish(name);
}

/** `count` nodes that make no step, `set` and `if` in turn, each on the one before. */
export function makePure(count: number, name = `pure${count}`): Graph {
  const { drawing, trigger } = begin();
  let last = trigger;
  let value = `${trigger}.body.total`;
  for (let index = 0; index < count; index++) {
    if (index % 2 === 0) {
      const id = drawing.add("control.set", { fields: { total: `{{ ${value} + 1 }}` } }, [last]);
      value = `${id}.total`;
      last = id;
    } else {
      const id = drawing.add("control.if", { when: `${value} > 0` }, [last]);
      const next = `n${drawing.nodes.length}`;
      // Both ports lead on, so that the row goes on whatever was decided.
      drawing.edges.push({ id: `e${drawing.edges.length}`, source: id, port: "false", target: next });
      last = `${id}:true`;
    }
  }
  drawing.add("control.return", { value: { ok: true } }, [last]);
  return drawing.finish(name);
}

/** The webhook of the first two figures: its input, one `set`, its answer. */
export function makeWebhook(name = "webhook"): Graph {
  const { drawing, trigger } = begin();
  const fields = drawing.add("control.set", { fields: { id: `{{ ${trigger}.body.id }}`, ok: true } }, [trigger]);
  drawing.add("control.return", { value: `{{ ${fields} }}` }, [fields]);
  return drawing.finish(name);
}
