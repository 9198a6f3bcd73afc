import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FakeAnswer } from "../kit/contract/answer-call.ts";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { plugin } from "./index.ts";
import { searchQuery } from "./search-query.ts";
import { downloadFile } from "./steps/download-file.ts";
import { updateFile } from "./steps/update-file.ts";
import { uploadFile } from "./steps/upload-file.ts";

const ID = "1dyUEebJaFnWa3Z4n0BFMVAXQ7mfUH11g";
const FOLDER = "0BwwA4oUTeiV1TGRPeTVjaWRDY1E";
const FIELDS =
  "fields=id,name,mimeType,parents,size,description,createdTime,modifiedTime,webViewLink,webContentLink,starred,trashed,owners(emailAddress,displayName)";
const file = {
  id: ID,
  name: "hello.txt",
  mimeType: "text/plain",
  parents: ["old"],
  size: "5",
  owners: [{ emailAddress: "ada@example.com" }],
};
const answered: FakeAnswer[] = [{ body: file }];
const presented = {
  id: ID,
  name: "hello.txt",
  parents: ["old"],
  size: 5,
  trashed: false,
  owners: [{ emailAddress: "ada@example.com", displayName: "" }],
};

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "googleDrive",
  // The collection knows files by their content alone; Google's own discovery document takes their metadata as JSON.
  vendorErrors: [/a body of type "application\/json" is not taken, only application\/octet-stream/],
  environment: { GOOGLE_ACCESS_TOKEN: "ya29.contract" },
  failure: (code, message) => ({ error: { code, message, errors: [{ message, domain: "global", reason: "invalid" }] } }),
  actions: {
    // Uploads have an address of their own, which the collection leaves out.
    uploadFile: {
      vendor: "none",
      answers: answered,
      notSent: ["content"],
      calls: [{ method: "POST", url: `/upload/drive/v3/files?uploadType=multipart&supportsAllDrives=true&${FIELDS}` }],
      output: presented,
    },
    downloadFile: {
      answers: [
        { body: { id: ID, name: "Orders", mimeType: "application/vnd.google-apps.spreadsheet" } },
        { text: "Email\nada@example.com\n", headers: { "content-type": "text/csv" } },
      ],
      inputs: [{ fileId: `https://docs.google.com/spreadsheets/d/${ID}/edit`, exportAs: "text/csv" }],
      notSent: ["fileId"],
      calls: [
        { url: expect.stringContaining(`${ID}?supportsAllDrives=true&fields=id,name,mimeType`) as string },
        { url: expect.stringContaining(`${ID}/export?mimeType=text/csv`) as string },
      ],
      output: {
        name: "Orders",
        mimeType: "text/csv",
        size: 22,
        text: "Email\nada@example.com\n",
        content: "RW1haWwKYWRhQGV4YW1wbGUuY29tCg==",
      },
    },
    listFiles: {
      // Quoted.
      notSent: ["name"],
      calls: [
        {
          url: expect.stringContaining(
            `files?q=name contains 'Bob\\'s invoice' and fullText contains 'overdue' and '${FOLDER}' in parents and mimeType = 'application/pdf' and trashed = false and (modifiedTime > '2026-01-01T00:00:00')&orderBy=modifiedTime desc&pageSize=25&`,
          ) as string,
        },
      ],
      answers: [{ body: { files: [file] } }],
      output: { files: [presented] },
    },
    getFile: { answers: answered, output: presented },
    createFolder: {
      answers: answered,
      calls: [{ method: "POST", body: { name: "Invoices 2027", mimeType: "application/vnd.google-apps.folder", parents: [FOLDER] } }],
    },
    updateFile: {
      answers: answered,
      inputs: [{ fileId: ID, name: "hello-2.txt", description: "A longer greeting", starred: true }],
      calls: [{ method: "PATCH", body: { name: "hello-2.txt", description: "A longer greeting", starred: true } }],
    },
    moveFile: {
      answers: answered,
      calls: [
        { method: "GET" },
        { method: "PATCH", url: expect.stringContaining(`${ID}?addParents=${FOLDER}&removeParents=old&`) as string, body: {} },
      ],
    },
    copyFile: { answers: answered, calls: [{ method: "POST", body: { name: "Contract for Ada", parents: [FOLDER] } }] },
    shareFile: {
      answers: [{ body: { id: "p1", type: "user", role: "writer" } }, { body: { webViewLink: "https://drive.google.com/x" } }],
      calls: [
        {
          method: "POST",
          url: expect.stringContaining(`${ID}/permissions?sendNotificationEmail=true&emailMessage=Please have a look.&`) as string,
          body: { type: "user", role: "writer", emailAddress: "ada@example.com" },
        },
        { method: "GET" },
      ],
      output: { id: "p1", type: "user", role: "writer", webViewLink: "https://drive.google.com/x" },
    },
    trashFile: { answers: answered, calls: [{ method: "PATCH", body: { trashed: true } }] },
    deleteFile: { readsNoJson: true, answers: [{ status: 204 }], calls: [{ method: "DELETE" }], output: { id: ID, deleted: true } },
  },
});

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly body: string;
}

/** Runs a step against answers in order and gives what it sent. */
async function record(answers: readonly Response[], run: () => Promise<unknown>): Promise<{ sent: Sent[]; output: unknown }> {
  process.env["GOOGLE_ACCESS_TOKEN"] = "ya29.test";
  const sent: Sent[] = [];
  const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    sent.push({ url: url.href, method: request.method, type: request.headers.get("content-type") ?? "", body: await request.text() });
    return answers[sent.length - 1] ?? Response.json(file);
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  delete process.env["GOOGLE_ACCESS_TOKEN"];
  return { sent, output };
}

describe("a query", () => {
  it("quotes what people typed", () => {
    expect(searchQuery({ name: "Bob's \\ file", folderId: "F1", mimeType: "application/pdf" })).toBe(
      "name contains 'Bob\\'s \\\\ file' and 'F1' in parents and mimeType = 'application/pdf' and trashed = false",
    );
    expect(searchQuery({ q: "starred = true or shared = true", trashed: true })).toBe(
      "trashed = true and (starred = true or shared = true)",
    );
  });
});

describe("an upload", () => {
  it("carries metadata and content in one call", async () => {
    const { sent } = await record([], () =>
      uploadFile({ name: "a.html", text: "<b>ä</b>", mimeType: "text/html", convertTo: "application/vnd.google-apps.document" }),
    );
    const boundary = sent[0]?.type.split("boundary=")[1] ?? "";
    expect(sent[0]?.body.split("\r\n")).toEqual([
      `--${boundary}`,
      "Content-Type: application/json; charset=UTF-8",
      "",
      '{"name":"a.html","mimeType":"application/vnd.google-apps.document"}',
      `--${boundary}`,
      "Content-Type: text/html",
      "",
      "<b>ä</b>",
      `--${boundary}--`,
      "",
    ]);
  });

  it("of a large file asks where to put it first", async () => {
    const content = Buffer.alloc(6_000_000, 1).toString("base64");
    const place = "https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable&upload_id=u1";
    const answers = [new Response(null, { status: 200, headers: { location: place } })];
    const { sent } = await record(answers, () => uploadFile({ name: "big.bin", content }));
    expect(sent.map(({ method, url, type }) => [method, url.replace(/&supports.*/, ""), type])).toEqual([
      ["POST", "https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable", "application/json"],
      ["PUT", place, "application/octet-stream"],
    ]);
    expect(sent[1]?.body).toHaveLength(6_000_000);
  });

  it("replaces the content of a file", async () => {
    const { sent } = await record([], () => updateFile({ fileId: ID, text: "new" }));
    expect(sent[0]?.method).toBe("PATCH");
    expect(sent[0]?.url).toContain(`/upload/drive/v3/files/${ID}?uploadType=multipart`);
    await expect(record([], () => updateFile({ fileId: ID, text: "a", content: "Yg==" }))).rejects.toThrow("content or its text, not both");
  });
});

describe("a download", () => {
  it("gives a file as it is", async () => {
    const answers = [Response.json({ id: ID, name: "a.bin", mimeType: "image/png" }), new Response(new Uint8Array([0, 255, 1]))];
    const { sent, output } = await record(answers, () => downloadFile({ fileId: ID }));
    expect(sent[1]?.url).toBe(`https://www.googleapis.com/drive/v3/files/${ID}?supportsAllDrives=true&alt=media`);
    expect(output).toEqual({ id: ID, name: "a.bin", mimeType: "image/png", size: 3, content: "AP8B", text: null });
  });

  it("gives an empty file as an empty text", async () => {
    const answers = [Response.json({ id: ID, name: "a.txt", mimeType: "text/plain" }), new Response(null, { status: 200 })];
    const { output } = await record(answers, () => downloadFile({ fileId: ID }));
    expect(output).toMatchObject({ size: 0, content: "", text: "" });
  });

  it("exports a spreadsheet as XLSX and a document as PDF", async () => {
    const exported = async (kind: string): Promise<string | null> => {
      const answers = [Response.json({ id: ID, name: "a", mimeType: `application/vnd.google-apps.${kind}` }), new Response("x")];
      const { sent } = await record(answers, () => downloadFile({ fileId: ID }));
      return new URL(sent[1]?.url ?? "").searchParams.get("mimeType");
    };
    expect(await exported("document")).toBe("application/pdf");
    expect(await exported("spreadsheet")).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  });
});
