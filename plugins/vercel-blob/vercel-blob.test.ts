import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { copyBlob } from "./steps/copy-blob.ts";
import { getBlob } from "./steps/get-blob.ts";
import { listBlobs } from "./steps/list-blobs.ts";
import { putBlob } from "./steps/put-blob.ts";

const TOKEN = "vercel_blob_rw_contract_secret";
const URL_OF_BLOB = "https://contract.public.blob.vercel-storage.com/invoices/1.txt";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { BLOB_READ_WRITE_TOKEN: TOKEN },
  failure: (_, message) => ({ error: { code: "bad_request", message } }),
  actions: {
    putBlob: {
      notSent: ["encoding"],
      calls: [{ method: "PUT", url: "/?pathname=invoices/1.txt" }],
      output: { url: URL_OF_BLOB, pathname: "invoices/1.txt", contentType: "text/plain" },
    },
    getBlob: {
      notSent: ["access", "encoding"],
      readsNoJson: true,
      calls: [{ method: "GET", url: "/invoices/1.txt" }],
      output: { content: "SGVsbG8=", contentType: "text/plain", url: URL_OF_BLOB },
    },
    listBlobs: {
      calls: [{ method: "GET", url: "?limit=50&prefix=invoices/&mode=folded" }],
      output: { blobs: [{ pathname: "invoices/1.txt", size: 5 }], folders: ["invoices/2025/"] },
    },
    headBlob: {
      answers: [
        {
          body: {
            url: URL_OF_BLOB,
            downloadUrl: `${URL_OF_BLOB}?download=1`,
            pathname: "invoices/1.txt",
            size: 5,
            contentType: "text/plain",
            contentDisposition: 'inline; filename="1.txt"',
            cacheControl: "public, max-age=2592000",
            uploadedAt: "2026-11-20T10:00:00.000Z",
          },
        },
      ],
      calls: [{ method: "GET", url: `?url=${URL_OF_BLOB}` }],
      output: { size: 5, uploadedAt: "2026-11-20T10:00:00.000Z" },
    },
    copyBlob: {
      calls: [{ method: "PUT", url: `?pathname=archive/1.txt&fromUrl=${URL_OF_BLOB}` }],
      output: { url: URL_OF_BLOB },
    },
    deleteBlobs: {
      calls: [{ method: "POST", url: "/delete", body: { urls: [URL_OF_BLOB] } }],
      output: { deleted: true },
    },
  },
});

describe("what is special of Vercel Blob", () => {
  /** Runs a step against a service that gives these answers, one after the other. */
  async function ask<Output>(answers: readonly Response[], step: () => Promise<Output>) {
    process.env["BLOB_READ_WRITE_TOKEN"] = TOKEN;
    const asked: { url: string; headers: Headers; body: string }[] = [];
    const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
      asked.push({ url: url.href, headers: new Headers(init.headers), body: await new Response(init.body ?? null).text() });
      return answers[asked.length - 1] ?? Response.error();
    };
    const context = { idempotencyKey: "key", attempt: 1, signal: new AbortController().signal, fetch };
    const output = await withStepContext(context, step).catch((error: unknown) => error as Output); // looked at by the test
    delete process.env["BLOB_READ_WRITE_TOKEN"];
    return { output, asked };
  }

  it("stores bytes, and says in headers how they are to be kept", async () => {
    const input = {
      pathname: "a b/ü.bin",
      content: "AAECAw==",
      encoding: "base64",
      access: "private",
      contentType: "x/y",
      allowOverwrite: false,
    } as const;
    const { asked } = await ask([Response.json({})], () => putBlob(input));
    expect(asked[0]?.url).toBe("https://vercel.com/api/blob/?pathname=a+b%2F%C3%BC.bin");
    expect(asked[0]?.body).toBe("\u0000\u0001\u0002\u0003");
    expect(Object.fromEntries([...(asked[0]?.headers ?? [])].filter(([name]) => name.startsWith("x-")))).toEqual({
      "x-allow-overwrite": "0",
      "x-api-version": "12",
      "x-content-type": "x/y",
      "x-vercel-blob-access": "private",
      "x-vercel-blob-store-id": "contract",
    });
  });

  it("copies with the headers of a new blob", async () => {
    const { asked } = await ask([Response.json({})], () =>
      copyBlob({ fromUrlOrPathname: "a.txt", toPathname: "b.txt", addRandomSuffix: true, cacheControlMaxAge: 60 }),
    );
    expect(asked[0]?.headers.get("x-add-random-suffix")).toBe("1");
    expect(asked[0]?.headers.get("x-cache-control-max-age")).toBe("60");
  });

  it("finds a private blob by its path in the token's own store", async () => {
    const { asked, output } = await ask([new Response("Hi")], () => getBlob({ urlOrPathname: "a b/1.txt", access: "private" }));
    expect(asked[0]?.url).toBe("https://contract.private.blob.vercel-storage.com/a%20b/1.txt");
    expect(asked[0]?.headers.get("authorization")).toBe(`Bearer ${TOKEN}`);
    expect(output).toMatchObject({ content: "Hi" });
  });

  it.each([
    "https://evil.example.com/1.txt",
    "http://contract.public.blob.vercel-storage.com/1.txt",
    "https://evil.com/.blob.vercel-storage.com",
  ])("does not take the token to %s", async (urlOrPathname) => {
    const { asked, output } = await ask([], () => getBlob({ urlOrPathname }));
    expect(asked).toEqual([]);
    expect(stepError(output)).toEqual({ name: "InvalidInput", message: `"${urlOrPathname}" is not the address of a blob.` });
  });

  it("lists page by page", async () => {
    const blob = (pathname: string) => ({ url: "u", downloadUrl: "d", pathname, size: 1, uploadedAt: "2026-11-20T10:00:00.000Z" });
    const answers = [
      Response.json({ blobs: [blob("a")], hasMore: true, cursor: "c2" }),
      Response.json({ blobs: [blob("b")], hasMore: false }),
    ];
    const { asked, output } = await ask(answers, () => listBlobs({}));
    expect(asked[1]?.url).toBe("https://vercel.com/api/blob?limit=99&cursor=c2");
    expect(output.blobs.map(({ pathname }) => pathname)).toEqual(["a", "b"]);
  });
});
