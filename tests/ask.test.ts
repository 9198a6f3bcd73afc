import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ModelServer, Script } from "../lib/ai/testing/model-server.ts";
import { startModelServer } from "../lib/ai/testing/model-server.ts";
import { SESSIONS } from "../lib/ai/testing/sessions.ts";
import { makeDataFolder, weft } from "./weft-process.ts";

const KEY = "sk-model-server";
const OWN: Readonly<Record<string, Script>> = {
  onlyUnknown: [{ text: JSON.stringify({ op: "addNode", id: "tell", kind: "pigeon.send", config: {}, after: "input" }) }],
  /** Words that a terminal would obey. */
  escaping: [{ text: "I will not \u001b]0;pwned\u0007." }],
};

let models: ModelServer;
let folder: { path: string; remove(): Promise<void> };
const environment = (model: string) => ({
  WEFT_DATA_DIR: folder.path,
  AI_PROVIDER: "openai",
  OPENAI_API_KEY: KEY,
  OPENAI_BASE_URL: `${models.url}/v1`,
  AI_MODEL: model,
});

beforeAll(async () => {
  [models, folder] = await Promise.all([startModelServer({ ...SESSIONS, ...OWN }, KEY), makeDataFolder()]);
});
// Each test starts the command, and with it its database.
vi.setConfig({ testTimeout: 60_000 });
afterAll(async () => {
  await models.close();
  await folder.remove();
});

describe("weft ask", () => {
  it("prints the document alone on standard output, and how it came about on standard error", async () => {
    const { code, stdout, stderr } = await weft(["ask", "watch large orders"], environment("good"));
    expect({ code, name: JSON.parse(stdout).name }).toEqual({ code: 0, name: "largeOrder" });
    expect(stderr).toContain("+ stock: http.request, Check stock");
    expect(stderr).toContain("! stock: Calls api.example.com.");
    expect(stderr).toContain("0 repairs, 1200 tokens");
  });

  it("changes the document of a file, and leaves the file", async () => {
    const graph = {
      weft: 1,
      name: "orders",
      nodes: [
        { id: "input", kind: "trigger", config: { on: "manual" }, position: { x: 0, y: 0 } },
        { id: "get", kind: "http.request", config: { url: "https://api.example.com" }, position: { x: 300, y: 0 } },
      ],
      edges: [{ id: "e1", source: "input", target: "get" }],
    };
    const { code, stdout } = await weft(
      ["ask", "retry this three times", "--graph", "-", "--select", "get"],
      environment("retryThis"),
      JSON.stringify(graph),
    );
    expect({ code, graph: JSON.parse(stdout) }).toEqual({
      code: 0,
      graph: { ...graph, nodes: [graph.nodes[0], { ...graph.nodes[1], policy: { retries: 3 } }] },
    });
  });

  it("prints a document with errors too, says them, and exits with 1", async () => {
    const { code, stdout, stderr } = await weft(["ask", "tell sales"], environment("neverRepaired"));
    expect({ code, name: JSON.parse(stdout).name }).toEqual({ code: 1, name: "newWorkflow" });
    expect(stderr).toContain("error[invalid-config] tell");
  });

  it.each([
    ["refusing", "weft: I will not do that."],
    ["onlyUnknown", "weft: Nothing of what the model answered could be drawn."],
    ["escaping", "weft: I will not \\u001b]0;pwned\\u0007."],
    ["unheardOf", "weft: OpenAI answered 404: The model unheardOf does not exist."],
  ])("prints nothing on standard output without a proposal (%s)", async (model, message) => {
    const { code, stdout, stderr } = await weft(["ask", "anything"], environment(model));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("says what to set without a model", async () => {
    const { code, stderr } = await weft(["ask", "anything"], { WEFT_DATA_DIR: folder.path });
    expect(code).toBe(1);
    expect(stderr).toContain("There is no language model to ask.");
    expect(stderr).toContain("OPENAI_API_KEY");
  });
});
