import type { Graph } from "../../codegen/schema/graph.ts";
import { IDENTIFIER } from "../../codegen/schema/patterns.ts";
import { layOut } from "../../codegen/parse/lay-out.ts";
import type { DocumentDetails } from "../api/document-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { workspaceCatalog } from "../services/workspace-services.ts";
import { findTemplate } from "../templates/find-template.ts";
import { outlineOf, storableText } from "../workflows/outline.ts";
import { findDocument, findDraft } from "./find-document.ts";
import { nameFrom, uniqueName } from "./name-document.ts";
import { parseDocument } from "./parse-document.ts";
import { showDocument } from "./show-document.ts";
import { insertDocument, selectNames } from "./store.ts";

export interface DocumentOrigin {
  /** At most one of these four; with none, a trigger by hand and nothing else. */
  readonly graph?: unknown;
  /** A template's id. */
  readonly template?: string;
  /** A workflow's module. */
  readonly source?: string;
  /** The workflow to copy. */
  readonly from?: string;
  readonly title?: string;
  readonly folder?: string;
}

type Host = Pick<Server, "database" | "system" | "compiler" | "plugins">;

/** Makes a workflow with a draft of its own, under a name nobody has. Throws `invalid_graph` when the document or module cannot be read. */
export async function createDocument(
  server: Host,
  access: Access,
  origin: DocumentOrigin,
  url: (path: string) => string,
): Promise<DocumentDetails> {
  const drawn = await drawFrom(server, access, origin);
  const titled = withTitle(drawn, origin);
  // Somebody may take the name between looking and storing.
  for (let attempt = 0; attempt < 5; attempt++) {
    const name = uniqueName(titled.name, await selectNames(server.database, access.workspaceId));
    const graph = { ...titled, name };
    const id = newId("wfl");
    const document = {
      id,
      workspaceId: access.workspaceId,
      name,
      title: storableText(graph.title),
      description: storableText(graph.description),
      draft: graph,
      outline: outlineOf(graph),
      folder: origin.folder ?? "",
      updatedBy: access.userId,
    };
    if (await insertDocument(server.database, document, origin.from)) return showDocument(server, access, id, url);
  }
  throw new AppError("conflict", `Too many workflows are being made that are called ${titled.name}.`, { hint: "Try again." });
}

async function drawFrom(server: Host, access: Access, { graph, template, source, from }: DocumentOrigin): Promise<Graph> {
  if ([graph, template, source, from].filter((origin) => origin !== undefined).length > 1) {
    throw new AppError("invalid_input", "A workflow is made from one thing only.", {
      hint: "Give one of graph, template, source and from.",
    });
  }
  if (graph !== undefined) return place(parseDocument(graph));
  if (template !== undefined) return findTemplate(template);
  if (source !== undefined) {
    return place(server.compiler.parse(source, await workspaceCatalog(server.database, access.workspaceId, server.plugins)));
  }
  if (from !== undefined) {
    await findDocument(server, access, from);
    return findDraft(server, access, from);
  }
  return place({ weft: 1, name: "workflow", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] });
}

/** Gives nodes that have no place one. */
function place(graph: Graph): Graph {
  return graph.nodes.every((node) => node.position) ? graph : layOut(graph);
}

function withTitle(graph: Graph, { title, from, graph: given, source }: DocumentOrigin): Graph {
  if (title !== undefined && title.trim() !== "") return { ...graph, title, name: from === undefined ? nameFrom(title) : graph.name };
  if (from !== undefined) return { ...graph, title: `${graph.title === undefined || graph.title === "" ? graph.name : graph.title} copy` };
  const isOwn = given !== undefined || source !== undefined;
  return IDENTIFIER.test(graph.name) ? graph : { ...graph, name: nameFrom(isOwn ? (graph.title ?? "") : "") };
}
