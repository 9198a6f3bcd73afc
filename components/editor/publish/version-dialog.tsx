"use client";
import { Provider } from "jotai";
import { useState } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { DocumentVersionDetails } from "../../../lib/api/document-schemas.ts";
import { publishText } from "../../text/publish.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { Canvas } from "../canvas/canvas.tsx";
import { DocumentProvider, useOpenDocument } from "../document-context.tsx";
import { EditorProvider, useEditorState } from "../editor-context.tsx";
import { Editor } from "../model/editor.ts";
import { Comparison } from "./comparison.tsx";
import { readGraph } from "./read-graph.ts";
import { useDraftSource } from "./use-draft-source.ts";
import { useVersion } from "./use-versions.ts";

/** A version to look at, by itself or against the draft or another version. */
export interface VersionLook {
  readonly number: number;
  readonly against?: "draft" | number;
}

/** An old version on a canvas that cannot be changed, or what differs between it and another state. */
export function VersionDialog({ look, onClose }: { readonly look: VersionLook; readonly onClose: () => void }) {
  const version = useVersion(look.number);
  const text = publishText.versions;
  const other = look.against === undefined ? "" : ` → ${look.against === "draft" ? text.draft : text.version(look.against)}`;
  const note = version.data?.note;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size={look.against === undefined ? "full" : "lg"}
      title={`${text.version(look.number)}${other}`}
      {...(note ? { description: note } : {})}
    >
      {version.error ? (
        <Problem error={version.error} onRetry={() => void version.refetch()} />
      ) : version.data === undefined ? (
        <Spinner />
      ) : (
        <Looked version={version.data} against={look.against} />
      )}
    </Dialog>
  );
}

function Looked({ version, against }: { readonly version: DocumentVersionDetails; readonly against: "draft" | number | undefined }) {
  const graph = readGraph(version.graph);
  if (!graph) return <p className="text-sm text-muted">{publishText.versions.cannotRead}</p>;
  if (against === undefined) return <VersionCanvas graph={graph} />;
  const before = { graph, source: version.source };
  return against === "draft" ? <AgainstDraft before={before} /> : <AgainstVersion before={before} number={against} />;
}

type Side = { readonly graph: Graph; readonly source: string };

function AgainstDraft({ before }: { readonly before: Side }) {
  const graph = useEditorState((state) => state.graph);
  const source = useDraftSource(graph, true);
  return <Comparison before={before} after={{ graph, source }} />;
}

function AgainstVersion({ before, number }: { readonly before: Side; readonly number: number }) {
  const other = useVersion(number);
  const graph = other.data && readGraph(other.data.graph);
  if (other.error) return <Problem error={other.error} onRetry={() => void other.refetch()} />;
  if (!graph) return <Spinner />;
  return <Comparison before={before} after={{ graph, source: other.data?.source }} />;
}

/** A store of its own: nothing that is shown here is shown in the editor behind it. */
function VersionCanvas({ graph }: { readonly graph: Graph }) {
  const open = useOpenDocument();
  const [editor] = useState(() => new Editor(graph));
  return (
    <div className="h-[70vh] overflow-hidden rounded-lg border border-line">
      <Provider>
        <DocumentProvider value={{ ...open, canEdit: false, canRun: false }}>
          <EditorProvider value={editor}>
            <Canvas />
          </EditorProvider>
        </DocumentProvider>
      </Provider>
    </div>
  );
}
