import { createHash, createHmac } from "node:crypto";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import type { ReceivedCall } from "../kit/loopback-server.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { signUrl } from "./api.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { getObject } from "./steps/get-object.ts";
import { listObjects } from "./steps/list-objects.ts";
import { presign } from "./steps/presign.ts";
import { putObject } from "./steps/put-object.ts";

// The key pair of Amazon's own examples.
const KEYS = { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  check: { contract: join(import.meta.dirname, "account.contract.yaml"), account: /^invoices, pictures$/ },
  environment: { ...KEYS, AWS_REGION: "eu-central-1" },
  failure: (status, message) =>
    `<?xml version="1.0"?><Error><Code>Code${status}</Code><Message>${message}</Message><RequestId>req-contract-1</RequestId></Error>`,
  actions: {
    putObject: {
      readsNoJson: true,
      notSent: ["encoding", "key"],
      calls: [{ method: "PUT", url: "/2030/a b+ü.txt" }],
      output: { url: "https://invoices.s3.eu-central-1.amazonaws.com/2030/a%20b%2B%C3%BC.txt" },
    },
    getObject: { readsNoJson: true, notSent: ["encoding", "key"], output: { contentType: "text/plain", size: 8 } },
    deleteObject: { readsNoJson: true, notSent: ["key"] },
    listObjects: {
      readsNoJson: true,
      notSent: ["limit"],
      calls: [{ method: "GET", url: "/?list-type=2&prefix=2030/&max-keys=2" }],
      output: {
        objects: [
          { key: "2030/a & b.txt", size: 434_234, etag: "fba9dede5f27731c9771645a39863328", lastModified: "2030-01-01T17:50:30.000Z" },
          { key: "2030/c.txt", size: 0 },
        ],
      },
    },
    presign: { local: true },
  },
});

/** Signs as Amazon's documentation says, with none of the code under test. */
function expectedSignature(call: ReceivedCall, region: string): string {
  const header = (name: string): string => String(call.headers[name] ?? "");
  const signedNames = /SignedHeaders=([^,]+)/.exec(header("authorization"))?.[1] ?? "";
  const [path = "", query = ""] = call.url.split("?");
  const canonicalQuery = query.split("&").toSorted().join("&");
  const headers = signedNames
    .split(";")
    .map((name) => `${name}:${header(name)}\n`)
    .join("");
  const canonical = [call.method, path, canonicalQuery, headers, signedNames, header("x-amz-content-sha256")].join("\n");
  const day = header("x-amz-date").slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", header("x-amz-date"), scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    Buffer.from(`AWS4${KEYS.AWS_SECRET_ACCESS_KEY}`),
  );
  return createHmac("sha256", key).update(text).digest("hex");
}

describe("on a server that checks signatures", () => {
  beforeEach(() => {
    Object.assign(process.env, KEYS);
  });
  afterEach(() => {
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "S3_ENDPOINT"]) delete process.env[name];
  });

  it("signs every call as the documentation says, whatever the key holds", async () => {
    const answer = "<ListAllMyBucketsResult><Buckets><Bucket><Name>one</Name></Bucket></Buckets></ListAllMyBucketsResult>";
    const server = await startLoopbackServer((_, response) => response.end(answer));
    process.env["S3_ENDPOINT"] = server.url;
    for (const key of ["plain.txt", "a b/c+d/ü€😀.txt", "(x)!'*~&=?#.txt"]) {
      await putObject({ bucket: "invoices", key, content: "hi", metadata: { note: "ü" } });
      await getObject({ bucket: "invoices", key });
    }
    await listObjects({ bucket: "invoices", prefix: "a b/+" });
    expect(await checkConnection({})).toEqual({ account: "one" });
    const signatures = server.calls.map(({ headers }) => /Signature=(\w+)/.exec(String(headers.authorization))?.[1]);
    expect(signatures).toEqual(server.calls.map((call) => expectedSignature(call, "us-east-1")));
    expect(server.calls.map(({ url }) => url)).toContain("/invoices/%28x%29%21%27%2A~%26%3D%3F%23.txt");
    await server.close();
  });

  it("makes the signed address of Amazon's own example", async () => {
    const now = new Date("2013-05-24T00:00:00Z");
    const url = await signUrl({ method: "GET", bucket: "examplebucket", key: "test.txt", seconds: 86_400, now }, {});
    expect(url.pathname).toBe("/test.txt");
    expect(url.searchParams.get("X-Amz-Credential")).toBe("AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request");
    expect(url.searchParams.get("X-Amz-Expires")).toBe("86400");
  });

  it("gives a signed address that opens the object until it expires", async () => {
    const before = Date.now();
    const { url, expiresAt } = await presign({ bucket: "my.dotted.bucket", key: "a/b.txt", method: "PUT", expiresIn: 60 });
    expect(url).toMatch(/^https:\/\/s3\.us-east-1\.amazonaws\.com\/my\.dotted\.bucket\/a\/b\.txt\?.*X-Amz-Signature=[0-9a-f]{64}/);
    expect(Date.parse(expiresAt) - before).toBeGreaterThanOrEqual(60_000);
    expect(url).not.toContain(KEYS.AWS_SECRET_ACCESS_KEY);
  });

  it("refuses a key that would climb out of its bucket", async () => {
    const error = await getObject({ bucket: "invoices", key: "../other/x" }).catch((thrown: unknown) => thrown);
    expect(stepError(error)).toMatchObject({ name: "InvalidInput" });
  });
});
