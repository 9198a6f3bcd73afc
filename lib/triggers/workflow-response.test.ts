import { describe, expect, it } from "vitest";
import type { EndedRun } from "../engine/contract.ts";
import { workflowResponse } from "./workflow-response.ts";

const ended: EndedRun = { runId: "run_1", status: "completed", result: null };

describe("the answer of a completed run", () => {
  it("is 200 and the result as JSON when the workflow only returned", async () => {
    const response = workflowResponse({ ...ended, result: { ok: true } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("weft-run")).toBe("run_1");
    expect(await response.json()).toEqual({ ok: true });
  });

  it("is null for a run without a result, and JSON for a bare string", async () => {
    expect(await workflowResponse(ended).text()).toBe("null");
    expect(await workflowResponse({ ...ended, result: "hi" }).text()).toBe('"hi"');
  });

  it("takes the workflow's own status, headers and text", async () => {
    const response = workflowResponse({
      ...ended,
      result: "<h1>Hi</h1>",
      response: { status: 201, headers: { "Content-Type": "text/html", "X-Order": "7" } },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get("content-type")).toBe("text/html");
    expect(response.headers.get("x-order")).toBe("7");
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox;/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.text()).toBe("<h1>Hi</h1>");
  });

  it("has no body where HTTP forbids one", async () => {
    const response = workflowResponse({ ...ended, result: { a: 1 }, response: { status: 204, headers: {} } });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
  });

  it.each(["Transfer-Encoding", "content-length", "Connection", "Content-Security-Policy", "Weft-Run", "Content-Encoding"])(
    "does not let a workflow set %s",
    (name) => {
      const response = workflowResponse({ ...ended, response: { status: 200, headers: { [name]: "evil" } } });
      expect([...response.headers.values()]).not.toContain("evil");
    },
  );

  it("refuses names and values that would split the response", () => {
    const headers = { "x-a": "1\r\nx-b: 2", "x c": "1", "": "1", "x-d": "é", "x-e": "日" };
    const response = workflowResponse({ ...ended, response: { status: 200, headers } });
    expect([...response.headers.keys()].filter((name) => name.startsWith("x-"))).toEqual([
      "x-content-type-options",
      "x-d",
      "x-frame-options",
    ]);
  });

  it("passes a workflow's own cookie on, but none with a protected name", () => {
    const cookie = (value: string) =>
      workflowResponse({ ...ended, response: { status: 200, headers: { "set-cookie": value } } }).headers.get("set-cookie");
    expect(cookie("cart=1; Path=/")).toBe("cart=1; Path=/");
    expect(cookie("__Host-session=1")).toBeNull();
    expect(cookie(" weft_session=1")).toBeNull();
  });

  it("fails when the status is none", () => {
    expect(() => workflowResponse({ ...ended, response: { status: 42, headers: {} } })).toThrow("status 42");
  });
});
