import { expect, it } from "vitest";
import type { DocumentSummary } from "../../lib/api/document-schemas.ts";
import { filterDocuments, listFolders, listTags } from "./filter-documents.ts";

function document(name: string, more: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    id: `wfl_${name}`,
    name,
    title: "",
    description: "",
    folder: "",
    tags: [],
    archived: false,
    revision: 1,
    updatedAt: "2026-01-01T00:00:00.000Z",
    updatedBy: null,
    live: null,
    trigger: { on: "manual", enabled: true, nextAt: null },
    nodes: 1,
    services: [],
    lastRun: null,
    ...more,
  };
}

const documents = [
  document("refund", { title: "Refund request", folder: "sales/orders", tags: ["money", "people"], updatedAt: "2026-01-03T00:00:00.000Z" }),
  document("digest", { description: "Every morning", services: ["telegram"], tags: ["money"], updatedAt: "2026-01-02T00:00:00.000Z" }),
  document("alert", {
    folder: "sales",
    lastRun: { id: "run_1", status: "completed", createdAt: "2026-01-04T00:00:00.000Z", durationMs: 3 },
  }),
];
const all = { text: "", folder: undefined, tag: undefined, sort: "updated" } as const;
const names = (found: readonly DocumentSummary[]): string[] => found.map(({ name }) => name);

it("finds every word anywhere in what a workflow says of itself", () => {
  expect(names(filterDocuments(documents, { ...all, text: "MORNING telegram" }))).toEqual(["digest"]);
  expect(names(filterDocuments(documents, { ...all, text: "refund telegram" }))).toEqual([]);
});

it("narrows to a folder with those inside it, not to one that only begins alike", () => {
  expect(names(filterDocuments([...documents, document("other", { folder: "salesmen" })], { ...all, folder: "sales" }))).toEqual([
    "refund",
    "alert",
  ]);
});

it("sorts by the last change, the title, or the last run", () => {
  expect(names(filterDocuments(documents, all))).toEqual(["refund", "digest", "alert"]);
  expect(names(filterDocuments(documents, { ...all, sort: "title" }))).toEqual(["alert", "digest", "refund"]);
  expect(names(filterDocuments(documents, { ...all, sort: "run" }))).toEqual(["alert", "refund", "digest"]);
});

it("lists folders with those above them, and tags by how often they are used", () => {
  expect(listFolders(documents)).toEqual(["sales", "sales/orders"]);
  expect(listTags(documents)).toEqual(["money", "people"]);
});
