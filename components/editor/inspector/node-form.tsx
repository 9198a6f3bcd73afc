"use client";
import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import { invariant } from "../../../codegen/invariant.ts";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import type { Json } from "../../../codegen/schema/json.ts";
import { inspectorText } from "../../text/inspector.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import type { Editor } from "../model/editor.ts";
import type { ConfigPath } from "../model/commands/set-config.ts";
import { setConfig } from "../model/commands/set-config.ts";
import type { NodePatch } from "../model/commands/set-node.ts";
import { setNode } from "../model/commands/set-node.ts";

export type { ConfigPath };

/** The node whose fields are shown, and the way to change it. */
export interface NodeForm {
  readonly node: GraphNode;
  readonly readOnly: boolean;
  /** Sets a value of the config; undefined takes it away. `label` is what undo says. */
  readonly change: (path: ConfigPath, value: Json | undefined, label: string) => void;
  /** Changes what stands beside the config. */
  readonly patch: (patch: NodePatch, label: string) => void;
  /** Any other command on the graph, as one edit of the inspector. */
  readonly edit: (label: string, change: (graph: Graph) => Graph, group?: string) => void;
}

const Context = createContext<NodeForm | undefined>(undefined);

/** The form that a field belongs to; throws outside of one. */
export function useNodeForm(): NodeForm {
  const form = useContext(Context);
  invariant(form, "useNodeForm is called inside a NodeFormProvider");
  return form;
}

/** Gives the fields below it their node. */
export function NodeFormProvider({ node, children }: { readonly node: GraphNode; readonly children: ReactNode }) {
  const editor = useEditor();
  const { canEdit } = useOpenDocument();
  const form = useMemo(() => makeForm(node, editor, !canEdit), [node, editor, canEdit]);
  return <Context value={form}>{children}</Context>;
}

function makeForm(node: GraphNode, editor: Editor, readOnly: boolean): NodeForm {
  const { id } = node;
  const edit: NodeForm["edit"] = (label, change, group) => {
    if (!readOnly) editor.edit({ label, source: "inspector", ...(group === undefined ? {} : { group: `${id}.${group}` }) }, change);
  };
  return {
    node,
    readOnly,
    edit,
    change: (path, value, label) => edit(inspectorText.edits.config(label), (graph) => setConfig(graph, id, path, value), path.join(".")),
    patch: (patch, label) => edit(label, (graph) => setNode(graph, id, patch), Object.keys(patch).join(".")),
  };
}
