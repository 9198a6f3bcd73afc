import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { createSignedUrl } from "./steps/create-signed-url.ts";
import { downloadFile } from "./steps/download-file.ts";
import { insertRows } from "./steps/insert-rows.ts";
import { selectRows } from "./steps/select-rows.ts";
import { uploadFile } from "./steps/upload-file.ts";
import { upsertRows } from "./steps/upsert-rows.ts";

const USER = "/auth/v1/admin/users/d0714948-e8a2-4a3c-9e6b-1f0a2b3c4d5e";
const FILE = "avatars/folder/cat.png";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { SUPABASE_URL: "https://abcdefghijklmnopqrst.supabase.co", SUPABASE_SERVICE_ROLE_KEY: "sb_secret_contract" },
  failure: (_, message) => ({ message, code: "PGRST100", details: null, hint: null }),
  actions: {
    selectRows: {
      calls: [
        {
          method: "GET",
          url: '/rest/v1/orders?status=in.("open","late")&total=gt.10&select=id,name,status,total&order=total.desc&limit=3&offset=0',
        },
      ],
      output: { rows: [{ name: "Ada" }] },
    },
    insertRows: { calls: [{ method: "POST", url: '/rest/v1/orders?columns="name","total"', body: [{ name: "Ada", total: 12 }] }] },
    upsertRows: {
      calls: [{ method: "POST", url: '/rest/v1/orders?columns="id","name"&on_conflict=name', body: [{ id: 1, name: "Ada" }] }],
    },
    updateRows: { calls: [{ method: "PATCH", url: "/rest/v1/orders?status=eq.open", body: { status: "paid" } }] },
    deleteRows: { calls: [{ method: "DELETE", url: "/rest/v1/orders?status=eq.open" }] },
    callFunction: {
      calls: [{ method: "POST", url: "/rest/v1/rpc/match_documents", body: { query: "engines", match_count: 3 } }],
      output: { result: [{ id: 1 }] },
    },
    listFiles: {
      calls: [{ method: "POST", url: "/storage/v1/object/list/avatars", body: { prefix: "folder", search: "cat", limit: 3, offset: 0 } }],
    },
    uploadFile: { notSent: ["content"], calls: [{ method: "POST", url: `/storage/v1/object/${FILE}` }], output: { Key: FILE } },
    downloadFile: {
      readsNoJson: true,
      takesLargeAnswers: true,
      calls: [{ method: "GET", url: `/storage/v1/object/${FILE}` }],
      output: { content: btoa("content"), contentType: "text/plain" },
    },
    createSignedUrl: {
      notSent: ["download"],
      calls: [{ method: "POST", url: `/storage/v1/object/sign/${FILE}`, body: { expiresIn: 3600 } }],
      output: { signedUrl: `https://abcdefghijklmnopqrst.supabase.co/storage/v1/object/sign/${FILE}?token=abc&download=cat.png` },
    },
    deleteFiles: { calls: [{ method: "DELETE", url: "/storage/v1/object/avatars", body: { prefixes: ["folder/cat.png"] } }] },
    createUser: { calls: [{ method: "POST", url: "/auth/v1/admin/users", body: { email: "ada@example.com", email_confirm: true } }] },
    getUser: { calls: [{ method: "GET", url: USER }] },
    listUsers: { calls: [{ method: "GET", url: "/auth/v1/admin/users?page=1&per_page=3" }] },
    updateUser: { calls: [{ method: "PUT", url: USER, body: { ban_duration: "24h" } }] },
    deleteUser: { calls: [{ method: "DELETE", url: USER, body: { should_soft_delete: true } }], output: { deleted: true } },
    inviteUser: {
      calls: [{ method: "POST", url: "/auth/v1/invite?redirect_to=https://example.com/welcome", body: { email: "ada@example.com" } }],
    },
  },
});

describe("Supabase's pages, headers, files and errors", () => {
  it("reads on by what it has got, also when the project gives fewer rows than were asked for", async () => {
    const rows = (count: number): object[] => Array.from({ length: count }, (_, id) => ({ id }));
    const { sent, output } = await calling([rows(500), rows(500), rows(20)], () => selectRows({ table: "orders", limit: 2_000 }));
    expect(sent.map(({ path }) => path)).toEqual([
      "/rest/v1/orders?select=*&limit=1000&offset=0",
      "/rest/v1/orders?select=*&limit=1000&offset=500",
      "/rest/v1/orders?select=*&limit=1000&offset=1000",
    ]);
    expect(output.rows).toHaveLength(1_020);
  });

  it("asks for the stored rows, for defaults where a row leaves a column out, and for another schema where one is named", async () => {
    const { sent } = await calling([[]], () => insertRows({ table: "orders", rows: [{ a: 1 }, { b: 2 }], schema: "shop" }));
    expect(sent[0]).toMatchObject({
      path: "/rest/v1/orders?columns=%22a%22%2C%22b%22",
      headers: { prefer: "return=representation, missing=default", "content-profile": "shop", apikey: "k", authorization: "Bearer k" },
    });
    const upserted = await calling([[]], () => upsertRows({ table: "orders", rows: [{ a: 1 }], resolution: "ignore-duplicates" }));
    expect(upserted.sent[0]?.headers["prefer"]).toBe("return=representation, missing=default, resolution=ignore-duplicates");
  });

  it("sends a file as its bytes with its type, and refuses a path that climbs out of its bucket", async () => {
    const up = (path: string): ReturnType<typeof uploadFile> =>
      uploadFile({ bucket: "b", path, content: "aGk=", contentType: "text/plain" });
    const { sent } = await calling([{ Key: "b/a b/c.txt" }], () => up("a b/c.txt"));
    expect(sent[0]).toMatchObject({
      path: "/storage/v1/object/b/a%20b/c.txt",
      headers: { "content-type": "text/plain", "x-upsert": "false" },
      body: new TextEncoder().encode("hi"),
    });
    await expect(calling([], () => up("../../secrets"))).rejects.toThrow("cannot be a part of the path");
  });

  it("makes the whole address of a link", async () => {
    const { output } = await calling([{ signedURL: "/object/sign/b/c.txt?token=t" }], () =>
      createSignedUrl({ bucket: "b", path: "c.txt", expiresIn: 60, download: "a&b.txt" }),
    );
    expect(output.signedUrl).toBe("https://x.supabase.co/storage/v1/object/sign/b/c.txt?token=t&download=a%26b.txt");
  });

  it("reads the status that storage hides in a 400, and joins what the database says", async () => {
    const failing = (body: object, run: () => Promise<unknown>): Promise<unknown> =>
      calling([body], run, 400).catch((thrown: unknown) => thrown);
    const missing = await failing({ statusCode: "404", error: "not_found", message: "Object not found" }, () =>
      downloadFile({ bucket: "b", path: "c" }),
    );
    expect(stepError(missing)).toMatchObject({ status: 404 });
    const wrong = await failing({ code: "42703", message: "column does not exist", details: null, hint: "Perhaps you meant id." }, () =>
      selectRows({ table: "orders" }),
    );
    expect(stepError(wrong).message).toContain("column does not exist; Perhaps you meant id.");
  });
});

interface Sent {
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Runs a step whose calls are answered one after the other. */
async function calling<T>(answers: readonly unknown[], run: () => Promise<T>, status = 200): Promise<{ output: T; sent: Sent[] }> {
  Object.assign(process.env, { SUPABASE_URL: "https://x.supabase.co/", SUPABASE_SERVICE_ROLE_KEY: "k" });
  const sent: Sent[] = [];
  const fetch = async (url: URL, { headers, body }: RequestInit): Promise<Response> => {
    sent.push({ path: url.pathname + url.search, headers: Object.fromEntries(new Headers(headers)), body });
    return Response.json(answers[sent.length - 1], { status });
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  return { output, sent };
}
