import { execFile } from "node:child_process";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDataFolder, weft, WeftProcess } from "./weft-process.ts";

const shell = promisify(execFile);

describe("weft start", () => {
  let folder: Awaited<ReturnType<typeof makeDataFolder>>;
  let env: Record<string, string>;
  let server: WeftProcess;
  let url: string;
  let readyAfter: number;

  beforeAll(async () => {
    folder = await makeDataFolder();
    env = { WEFT_DATA_DIR: folder.path, PORT: "0" };
    const start = performance.now();
    server = new WeftProcess(["start"], env);
    url = (await server.prints(/Weft answers at (\S+?),/))[1] ?? "";
    await server.prints(/Stop with Ctrl-C/);
    readyAfter = performance.now() - start;
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await folder.remove();
  });

  it("is ready within ten seconds", () => {
    expect(readyAfter).toBeLessThan(10_000);
  });

  it("prints curl lines that work when pasted", async () => {
    const [line = ""] = /^curl .*orderAlert.*$/m.exec(server.stdout) ?? [];
    const { stdout } = await shell("bash", ["-c", `${line} -s`]);
    expect(JSON.parse(stdout)).toEqual({
      order: "1001",
      customer: "Ada Lovelace",
      left: expect.any(Number),
      alert: expect.stringContaining("Ada Lovelace ordered"),
    });
  });

  it("leads a stranger in, and lets pages run no script but their own", async () => {
    const front = await fetch(url, { redirect: "manual" });
    expect(front.status).toBe(307);
    expect(new URL(front.headers.get("location") ?? "", url).pathname).toBe("/api/enter");
    const page = await fetch(`${url}/sign-in`);
    expect(page.status).toBe(200);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(?:;|$)/);
    expect(await page.text()).toContain("Sign in");
  });

  it("answers an address that cannot be decoded in the shape of every other error", async () => {
    const answer = await fetch(`${url}/api/triggers/%E0%A4%A`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "bad_request" } });
  });

  it("answers a method that no route can have likewise", async () => {
    const { hostname, port } = new URL(url);
    const traced = request({ hostname, port, method: "TRACE", path: "/api/health" }).end();
    const [answer] = (await once(traced, "response")) as [IncomingMessage];
    expect(answer.statusCode).toBe(405);
    expect(JSON.parse(await text(answer))).toMatchObject({ error: { code: "method_not_allowed" } });
  });

  it("refuses a second copy on the same folder, saying where the first one is", async () => {
    const second = await weft(["start"], { WEFT_DATA_DIR: folder.path });
    expect(second.code).toBe(2);
    expect(second.stderr).toContain(`Weft already runs on ${folder.path}: ${url}`);
  });

  it("names a port that is taken, and another to use", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    const address = await new Promise<number>((resolve) => taken.on("listening", () => resolve(addressOf(taken))));
    const other = await makeDataFolder();
    const refused = await weft(["start"], { WEFT_DATA_DIR: other.path, PORT: String(address) });
    taken.close();
    await other.remove();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`port ${address} of 127.0.0.1 is taken by another program`);
  });

  it("shares its work with a second process that asks for a port of its own", async () => {
    const second = new WeftProcess(["start"], env);
    const secondUrl = (await second.prints(/Weft answers at (\S+?),/))[1] ?? "";
    await second.prints(/Stop with Ctrl-C/);
    expect(await (await fetch(`${secondUrl}/api/health`)).json()).toMatchObject({ status: "ok" });
    await second.stop();
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ status: "ok" });
  });

  it("stops within three seconds, all of it, and finds everything again", async () => {
    const [line = ""] = /^curl .*refundRequest.*$/m.exec(server.stdout) ?? [];
    const running = shell("bash", ["-c", `${line} -s --max-time 1`]).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stopped = await server.stop("SIGINT");
    await running;
    expect(stopped.code).toBe(0);
    expect(stopped.ms).toBeLessThan(3_000);
    await expect(fetch(`${url}/api/health`)).rejects.toThrow("fetch failed");
    server = new WeftProcess(["start"], env);
    await server.prints(/Stop with Ctrl-C/);
    const runs = await eventually(
      async () => JSON.parse((await weft(["runs", "--workflow", "refundRequest", "--json"], env)).stdout),
      (page) => page.runs[0]?.status === "completed",
    );
    expect(runs.runs[0]).toMatchObject({ workflow: "refundRequest", status: "completed" });
  });
});

function addressOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = performance.now() + 20_000;
  for (;;) {
    const value = await read();
    if (holds(value) || performance.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
