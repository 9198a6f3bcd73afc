import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { egressRefusal } from "../../plugins/kit/egress.ts";
import { withStepContext } from "../../plugins/kit/step-context.ts";
import { request } from "../../plugins/http/steps/request.ts";
import { createEgressFetch, createHostResolver, isPublicAddress, readAllowedPrivateHosts } from "./egress-guard.ts";

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer((call, response) => {
    if (call.url.startsWith("/to/")) response.writeHead(302, { location: decodeURIComponent(call.url.slice(4)) }).end();
    else response.end("reached");
  });
});
afterAll(() => server.close());

const guarded = createEgressFetch({ allowedPrivateHosts: [] });

async function refusalOf(url: string): Promise<string> {
  const error: unknown = await guarded(new URL(url), { method: "GET" }).catch((thrown: unknown) => thrown);
  return egressRefusal(error)?.message ?? `not refused: ${String(error)}`;
}

describe("addresses", () => {
  it.each([
    ["127.0.0.1"],
    ["127.8.8.8"],
    ["0.0.0.0"],
    ["10.1.2.3"],
    ["172.16.0.1"],
    ["172.31.255.255"],
    ["192.168.1.1"],
    ["169.254.169.254"],
    ["100.64.0.1"],
    ["100.100.100.200"],
    ["192.0.0.192"],
    ["192.0.2.1"],
    ["198.18.0.1"],
    ["198.51.100.1"],
    ["203.0.113.1"],
    ["224.0.0.1"],
    ["240.0.0.1"],
    ["255.255.255.255"],
    ["168.63.129.16"],
    ["::"],
    ["::1"],
    ["::ffff:127.0.0.1"],
    ["::ffff:10.0.0.1"],
    ["::ffff:a9fe:a9fe"],
    ["::127.0.0.1"],
    ["fe80::1"],
    ["fe80::1%eth0"],
    ["fec0::1"],
    ["fc00::1"],
    ["fd00:ec2::254"],
    ["ff02::1"],
    ["64:ff9b::7f00:1"],
    ["64:ff9b:1::1"],
    ["2002:7f00:1::"],
    ["2001::1"],
    ["2001:db8::1"],
    ["100::1"],
    ["not an address"],
    [""],
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([["1.1.1.1"], ["93.184.215.14"], ["172.32.0.1"], ["100.128.0.1"], ["2606:4700:4700::1111"], ["::ffff:8.8.8.8"]])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe("the guarded fetch", () => {
  it("refuses loopback under all its names", async () => {
    const port = server.host.split(":")[1] ?? "";
    const names = ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]"];
    for (const name of names) expect(await refusalOf(`http://${name}:${port}/`)).toContain("not a public address");
    expect(server.calls).toHaveLength(0);
  });

  it("names the pair that would allow it", async () => {
    expect(await refusalOf("http://127.0.0.1:4010/x")).toBe(
      "127.0.0.1 is not a public address, so steps may not call it. To allow it, add 127.0.0.1:4010 to WEFT_ALLOWED_PRIVATE_HOSTS.",
    );
    expect(await refusalOf("http://[::1]/x")).toContain("add [::1]:80 to WEFT_ALLOWED_PRIVATE_HOSTS");
    expect(await refusalOf("http://localhost:81/")).toContain("add localhost:81 to");
  });

  it.each([["file:///etc/passwd"], ["data:text/plain,hi"], ["ftp://example.com/"], ["blob:x"]])("refuses %s", async (url) => {
    expect(await refusalOf(url)).toContain("http and https addresses only");
  });

  it("reaches exactly the pairs that are allowed", async () => {
    const port = Number(server.host.split(":")[1]);
    const fetch = createEgressFetch({ allowedPrivateHosts: [`LOCALHOST:${port}`] });
    expect(await (await fetch(new URL(`http://localhost:${port}/`), { method: "GET" })).text()).toBe("reached");
    await expect(fetch(new URL(`http://127.0.0.1:${port}/`), { method: "GET" })).rejects.toSatisfy(
      (error) => egressRefusal(error) !== undefined,
    );
  });

  it("looks at each redirect", async () => {
    const fetch = createEgressFetch({ allowedPrivateHosts: [server.host] });
    const run = (target: string): Promise<unknown> =>
      withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, () =>
        request({ url: `${server.url}/to/${encodeURIComponent(target)}` }),
      );
    expect(await run("/home")).toMatchObject({ body: "reached" });
    for (const target of ["http://127.0.0.1:8080/", "http://169.254.169.254/latest/meta-data/", "http://localhost:8080/", "//0/"]) {
      await expect(run(target)).rejects.toMatchObject({
        name: "FatalError",
        message: expect.stringContaining("(EgressBlockedError, no status)"),
      });
    }
  });
});

it("reads the allowed pairs from the environment's text", () => {
  expect(readAllowedPrivateHosts(" 127.0.0.1:4010, db.internal:80\n[::1]:3000 ")).toEqual([
    "127.0.0.1:4010",
    "db.internal:80",
    "[::1]:3000",
  ]);
  expect(readAllowedPrivateHosts(undefined)).toEqual([]);
});

describe("hosts that are not called with fetch", () => {
  const resolve = createHostResolver({ allowedPrivateHosts: ["localhost:5432"] });

  it.each([
    ["127.0.0.1", 5432],
    ["localhost", 25],
    ["[::1]", 5432],
    ["169.254.169.254", 5432],
  ])("refuses %s:%i", async (host, port) => {
    await expect(resolve(host, port)).rejects.toThrow(`WEFT_ALLOWED_PRIVATE_HOSTS`);
  });

  it("refuses a socket of this machine", async () => {
    await expect(resolve("/var/run/postgresql", 5432)).rejects.toThrow("is not a host");
  });

  it("gives the address of a public one and of an allowed pair", async () => {
    expect(await resolve("93.184.215.14", 5432)).toBe("93.184.215.14");
    expect(["127.0.0.1", "::1"]).toContain(await resolve("localhost", 5432));
  });
});
