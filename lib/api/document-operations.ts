import { z } from "zod";
import {
  documentDetails,
  documentSummary,
  documentVersion,
  documentVersionDetails,
  newShare,
  nodeSamples,
  savedDocument,
  share,
  sharedDocument,
  template,
} from "./document-schemas.ts";
import { defineOperation } from "./operation.ts";
import { errorBody, published, startedRun } from "./schemas.ts";

const id = z.string().regex(/^wfl_[A-Za-z0-9_-]{1,60}$/, "is not a workflow's id.");
const node = z.string().regex(/^[a-z][A-Za-z0-9]{0,199}$/, "is not a node's id.");
const number = z.coerce.number().pipe(z.int().min(1).max(1_000_000_000));
const graph = z.record(z.string(), z.unknown()).meta({ description: "A graph document." });
const folder = z
  .string()
  .max(200)
  .regex(/^(?:[^/\p{Cc}]+(?:\/[^/\p{Cc}]+)*)?$/u, "must be names divided by single slashes.");
const tags = z.array(z.string().trim().min(1).max(40)).max(20);
const revision = z.int().min(1).meta({ description: "The one that was changed." });
const failed = (description: string) => ({ description, schema: errorBody });
const unknown = failed("No such workflow.");
const params = z.object({ id });

/** The operations on workflows as people edit them. A document may be wrong, unfinished, unpublished; its id never changes. */
export const documentOperations = {
  listDocuments: defineOperation({
    id: "listDocuments",
    method: "GET",
    path: "/api/documents",
    summary: "Every workflow, published or not, last changed first.",
    access: "read",
    query: z.object({ archived: z.enum(["true", "false"]).default("false") }),
    replies: { 200: { description: "The workflows.", schema: z.object({ documents: z.array(documentSummary) }) } },
  }),
  createDocument: defineOperation({
    id: "createDocument",
    method: "POST",
    path: "/api/documents",
    summary: "Make a workflow from a document, a template, TypeScript, a copy of another one, or nothing. Its name is made unique.",
    access: "edit",
    body: z.strictObject({
      graph: graph.exactOptional(),
      template: z.string().max(100).exactOptional().meta({ description: "A template's id." }),
      source: z.string().max(2_000_000).exactOptional().meta({ description: "A workflow's module." }),
      from: id.exactOptional().meta({ description: "The workflow to copy." }),
      title: z.string().max(200).exactOptional(),
      folder: folder.exactOptional(),
    }),
    replies: {
      200: { description: "The workflow.", schema: documentDetails },
      404: failed("No such template or workflow."),
      422: failed("The document or module cannot be read; details.diagnostics says where."),
    },
  }),
  showDocument: defineOperation({
    id: "showDocument",
    method: "GET",
    path: "/api/documents/{id}",
    summary: "A workflow with its draft.",
    access: "read",
    params,
    replies: { 200: { description: "The workflow.", schema: documentDetails }, 404: unknown },
  }),
  saveDocument: defineOperation({
    id: "saveDocument",
    method: "PUT",
    path: "/api/documents/{id}",
    summary: "Save the draft, unless somebody else has meanwhile. Any document that has the shape of one is kept, errors and all.",
    access: "edit",
    params,
    body: z.strictObject({ revision, graph }),
    replies: {
      200: { description: "Saved.", schema: savedDocument },
      404: unknown,
      409: failed("Changed by somebody else: details has `revision`, `graph`, `updatedBy`; or the name is taken (details.name)."),
      422: failed("Not the shape of a document; details.diagnostics says where."),
    },
  }),
  changeDocument: defineOperation({
    id: "changeDocument",
    method: "PATCH",
    path: "/api/documents/{id}",
    summary: "Move, tag, archive a workflow, or switch its trigger on or off.",
    access: "edit",
    params,
    body: z.strictObject({
      folder: folder.exactOptional(),
      tags: tags.exactOptional(),
      archived: z.boolean().exactOptional(),
      enabled: z.boolean().exactOptional(),
    }),
    replies: { 200: { description: "The workflow.", schema: documentSummary }, 404: unknown, 409: failed("It is not published.") },
  }),
  deleteDocument: defineOperation({
    id: "deleteDocument",
    method: "DELETE",
    path: "/api/documents/{id}",
    summary: "Delete a workflow, its versions and its runs, for good.",
    access: "edit",
    params,
    query: z.object({ name: z.string().max(200).meta({ description: "Its name, typed by whoever deletes it." }) }),
    replies: {
      200: { description: "Gone.", schema: z.object({ id: z.string(), deleted: z.literal(true) }) },
      404: unknown,
      409: failed("The name is another, or a run is still going."),
    },
  }),
  publishDocument: defineOperation({
    id: "publishDocument",
    method: "POST",
    path: "/api/documents/{id}/publish",
    summary: "Make the draft a version and that version live.",
    access: "edit",
    params,
    body: z.strictObject({ revision, note: z.string().max(2_000).default("") }),
    replies: {
      200: { description: "The live version.", schema: published },
      404: unknown,
      409: failed("The draft was changed meanwhile."),
      422: failed("The graph has errors; details.diagnostics lists them."),
    },
  }),
  testDocument: defineOperation({
    id: "testDocument",
    method: "POST",
    path: "/api/documents/{id}/runs",
    summary: "Run the draft, or one node of it, without publishing it. Pinned nodes give what is pinned.",
    access: "edit",
    params,
    body: z.strictObject({
      graph: graph.exactOptional().meta({ description: "The document as it is in the editor; the saved draft when left out." }),
      input: z
        .unknown()
        .exactOptional()
        .meta({ description: "As `weft run --input` takes it: for an http trigger the body, or { body, query, headers }." }),
      node: node.exactOptional().meta({ description: "Run this node alone; what it reads comes from `values`." }),
      values: z.record(z.string(), z.unknown()).exactOptional().meta({ description: "With `node`: other nodes' outputs." }),
    }),
    maxBody: 16 * 1024 * 1024,
    replies: {
      200: { description: "The run.", schema: startedRun },
      404: unknown,
      400: failed("The input does not fit."),
      422: failed("The graph has errors."),
    },
  }),
  setPin: defineOperation({
    id: "setPin",
    method: "PUT",
    path: "/api/documents/{id}/pins/{node}",
    summary: "Let test runs take this for a node's output.",
    access: "edit",
    params: z.object({ id, node }),
    body: z.strictObject({ output: z.json() }),
    replies: { 200: { description: "Pinned.", schema: z.object({ node: z.string(), pinned: z.literal(true) }) }, 404: unknown },
  }),
  removePin: defineOperation({
    id: "removePin",
    method: "DELETE",
    path: "/api/documents/{id}/pins/{node}",
    summary: "Let test runs run the node again.",
    access: "edit",
    params: z.object({ id, node }),
    replies: { 200: { description: "Not pinned.", schema: z.object({ node: z.string(), pinned: z.literal(false) }) }, 404: unknown },
  }),
  listSamples: defineOperation({
    id: "listSamples",
    method: "GET",
    path: "/api/documents/{id}/samples",
    summary: "What each node gave in the newest run that reached it: for previews and autocomplete.",
    access: "read",
    params,
    replies: { 200: { description: "The samples.", schema: nodeSamples }, 404: unknown },
  }),
  listVersions: defineOperation({
    id: "listVersions",
    method: "GET",
    path: "/api/documents/{id}/versions",
    summary: "Published versions, newest first.",
    access: "read",
    params,
    replies: { 200: { description: "The versions.", schema: z.object({ versions: z.array(documentVersion) }) }, 404: unknown },
  }),
  showVersion: defineOperation({
    id: "showVersion",
    method: "GET",
    path: "/api/documents/{id}/versions/{number}",
    summary: "A version, also one that a test run made: its graph and its code.",
    access: "read",
    params: z.object({ id, number }),
    replies: { 200: { description: "The version.", schema: documentVersionDetails }, 404: failed("No such version.") },
  }),
  makeVersionLive: defineOperation({
    id: "makeVersionLive",
    method: "POST",
    path: "/api/documents/{id}/versions/{number}/live",
    summary: "Roll back (or forward) to a version; runs that have started keep theirs.",
    access: "edit",
    params: z.object({ id, number }),
    body: z.strictObject({}),
    replies: { 200: { description: "It is live.", schema: documentVersion }, 404: failed("No such version.") },
  }),
  listTemplates: defineOperation({
    id: "listTemplates",
    method: "GET",
    path: "/api/templates",
    summary: "Workflows to start from; those that work with what is configured first.",
    access: "read",
    replies: { 200: { description: "The templates.", schema: z.object({ templates: z.array(template) }) } },
  }),
  exportDocument: defineOperation({
    id: "exportDocument",
    method: "GET",
    path: "/api/documents/{id}/export",
    summary: "The draft as a file: the document, the TypeScript module, or a Next.js project (a zip) that runs it and what it calls.",
    access: "read",
    params,
    query: z.object({ format: z.enum(["json", "module", "project"]) }),
    replies: {
      200: { description: "The file.", contentType: "application/octet-stream" },
      404: unknown,
      422: failed("The graph has errors."),
    },
  }),
  exportDocuments: defineOperation({
    id: "exportDocuments",
    method: "POST",
    path: "/api/exports",
    summary: "Several drafts as one Next.js project (a zip) whose workflows share their steps; the first names it.",
    access: "read",
    body: z.strictObject({ documents: z.tuple([id], id).check(z.maxLength(100)).meta({ description: "Ids of workflows." }) }),
    replies: {
      200: { description: "The zip.", contentType: "application/zip" },
      400: failed("A workflow is missing that another one calls, or two have names that are the same in a file system."),
      404: unknown,
      422: failed("A graph has errors."),
    },
  }),
  listShares: defineOperation({
    id: "listShares",
    method: "GET",
    path: "/api/documents/{id}/shares",
    summary: "The links under which anybody may look at the workflow.",
    access: "read",
    params,
    replies: { 200: { description: "The links, without their secret part.", schema: z.object({ shares: z.array(share) }) }, 404: unknown },
  }),
  createShare: defineOperation({
    id: "createShare",
    method: "POST",
    path: "/api/documents/{id}/shares",
    summary: "Make a link under which anybody may look at the workflow as it is now, scrubbed.",
    access: "edit",
    params,
    body: z.strictObject({}),
    replies: { 200: { description: "The link.", schema: newShare }, 404: unknown },
  }),
  revokeShare: defineOperation({
    id: "revokeShare",
    method: "DELETE",
    path: "/api/documents/{id}/shares/{share}",
    summary: "Stop a link at once.",
    access: "edit",
    params: z.object({ id, share: z.string().regex(/^shr_[A-Za-z0-9_-]{1,60}$/, "is not a link's id.") }),
    replies: { 200: { description: "It works no more.", schema: z.object({ id: z.string(), revoked: z.literal(true) }) }, 404: unknown },
  }),
  showShared: defineOperation({
    id: "showShared",
    method: "GET",
    path: "/api/shared/{token}",
    summary: "A shared workflow; the address is all that is needed.",
    access: "anyone",
    params: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/, "is not a link.") }),
    replies: { 200: { description: "The workflow.", schema: sharedDocument }, 404: failed("No such link, or one that was revoked.") },
  }),
} as const;
