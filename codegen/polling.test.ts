import { describe, expect, it } from "vitest";
import { compile, parse } from "./index.ts";
import type { Graph, GraphNode } from "./schema/graph.ts";
import { draw } from "./testing/draw.ts";
import { testCatalog } from "./testing/test-catalog.ts";

const node: GraphNode = { id: "video", kind: "studio.render", config: { prompt: "A film" } };

/** A graph of the nodes given and the steps `a` and `b`. */
function graphOf(changes: Partial<GraphNode>, edges = "input > video"): Graph {
  const graph = draw("a, b", edges);
  const used = graph.nodes.filter(({ id }) => graph.edges.some(({ source, target }) => source === id || target === id));
  return { ...graph, nodes: [...used, { ...node, ...changes }] };
}

function compiled(graph: Graph): { source: string; runtime: string } {
  const result = compile(graph, testCatalog);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  expect(parse(result.source, testCatalog, graph)).toEqual({ ok: true, graph });
  return result;
}

/** The statements of a module's workflow. */
function bodyOf(source: string): string {
  const inside = source.slice(source.indexOf('"use workflow";') + '"use workflow";'.length, source.lastIndexOf("}"));
  return inside.trim().replaceAll("\n  ", "\n");
}

describe("a step that polls", () => {
  it("is called through untilDone, in both targets", () => {
    const { source, runtime } = compiled(graphOf({}));
    expect(bodyOf(source)).toBe('const video = await untilDone(render, { prompt: "A film" });');
    expect(bodyOf(runtime)).toBe('const video = await untilDone(video$step, { prompt: "A film" });');
    expect(source).toContain('import { untilDone } from "@/plugins/kit/until-done";');
    expect(runtime).toContain('import { untilDone } from "@/plugins/kit/until-done";');
  });

  it("is given its connection", () => {
    expect(bodyOf(compiled(graphOf({ connection: "studio" })).source)).toBe(
      'const video = await untilDone(render, { prompt: "A film" }, { connection: "studio" });',
    );
  });

  it("gets its job through a local step where it has a policy of its own", () => {
    const { source, runtime } = compiled(graphOf({ connection: "studio", policy: { retries: 2, timeout: "30s" } }));
    expect(bodyOf(source)).toBe('const video = await untilDone(videoStep, { prompt: "A film" });');
    expect(source).toContain(
      [
        "async function videoStep(input: Parameters<typeof render>[0], options?: StepOptions) {",
        '  "use step";',
        '  return render(input, { ...options, connection: "studio", timeout: "30s" });',
        "}",
        "videoStep.maxRetries = 2;",
      ].join("\n"),
    );
    expect(source).toContain('import { type StepOptions } from "@/plugins/kit/step-options";');
    expect(runtime).not.toContain("StepOptions");
  });

  it("passes its options on as they are where the policy adds none", () => {
    expect(compiled(graphOf({ policy: { retries: 2 } })).source).toContain("return render(input, options);");
  });

  it("may fail without stopping the run", () => {
    expect(bodyOf(compiled(graphOf({ policy: { onError: "continue" } })).source)).toBe(
      'const video = await untilDone(render, { prompt: "A film" }).catch(() => undefined);',
    );
  });

  it("may be caught", () => {
    expect(bodyOf(compiled(graphOf({}, "input > video, video.error > a")).source)).toBe(
      [
        "try {",
        '  const video = await untilDone(render, { prompt: "A film" });',
        "} catch {",
        '  const a = await request({ url: "https://example.com/a" });',
        "}",
      ].join("\n"),
    );
  });

  it("runs beside other steps", () => {
    expect(bodyOf(compiled(graphOf({}, "input > video > b, input > a > b")).source)).toBe(
      [
        "const [a, video] = await Promise.all([",
        '  request({ url: "https://example.com/a" }),',
        '  untilDone(render, { prompt: "A film" }),',
        "]);",
        "",
        'const b = await request({ url: "https://example.com/b" });',
      ].join("\n"),
    );
  });

  it("keeps out of the way of nodes that are called like it", () => {
    const { source } = compiled(graphOf({ id: "untilDone" }, "input > untilDone"));
    expect(bodyOf(source)).toBe('const untilDone = await untilDone2(render, { prompt: "A film" });');
  });
});

describe("code that calls steps that poll", () => {
  const parsed = (statement: string, above = ""): string[] => {
    const source = [
      'import { untilDone } from "@/plugins/kit/until-done";',
      'import { request } from "@/plugins/http/steps/request";',
      'import { render } from "@/plugins/studio/steps/render";',
      'export const trigger = { on: "manual" } as const;',
      above,
      `export async function flow(input: any) {\n  "use workflow";\n  ${statement}\n}`,
    ].join("\n");
    const result = parse(source, testCatalog);
    return result.ok ? [] : result.diagnostics.map(({ message, hint, span }) => `${span?.line}:${span?.column} ${message} ${hint}`);
  };

  it("is refused where it calls one without untilDone", () => {
    expect(parsed('const video = await render({ prompt: "x" });')).toEqual([
      "8:23 A workflow cannot hold the call of `render` without `untilDone`: its first answer may be that its job is not done. " +
        'Write `untilDone(render, { … })`, with `untilDone` from "@/plugins/kit/until-done".',
    ]);
  });

  it("is refused where it waits for a step that is done when it answers", () => {
    expect(parsed('const order = await untilDone(request, { url: "/" });')).toEqual([
      "8:23 A workflow cannot hold `untilDone` around `request`, which is done when it answers. Call it itself: `request({ … })`.",
    ]);
  });

  it("is refused where it waits for code of its own", () => {
    expect(parsed("const one = await untilDone(oneStep, {});", 'async function oneStep() {\n  "use step";\n  return 1;\n}')).toEqual([
      "11:21 A workflow cannot hold `untilDone` around `oneStep`, which is done when it answers. Call it itself: `oneStep({ … })`.",
    ]);
  });

  it("is refused where a local step keeps the job to itself", () => {
    const step = 'async function videoStep(input: any) {\n  "use step";\n  return render(input, { timeout: "5s" });\n}';
    expect(parsed("await untilDone(videoStep, {});", step)).toEqual([
      "11:19 A workflow cannot hold `videoStep`, which is not given the job it waits for. " +
        "Write `async function name(input: …, options?: StepOptions)` and pass `options`, or `{ ...options, … }`, on to the step.",
    ]);
  });

  it("is refused where it gives a local step options, or any step more than that", () => {
    const step = 'async function orderStep(input: any) {\n  "use step";\n  return request(input);\n}\norderStep.maxRetries = 1;';
    expect(parsed('await orderStep({}, { connection: "x" });', step)).toEqual([
      "12:23 A workflow cannot hold options beside a step of its own. Put the connection and the timeout into that step's function.",
    ]);
    expect(parsed('await request({ url: "/" }, {}, 1);')).toEqual([
      "8:35 A workflow cannot hold this many arguments of a step. A step takes its input and, in an object, its options.",
    ]);
  });
});
