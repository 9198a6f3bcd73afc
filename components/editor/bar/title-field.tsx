"use client";
import { editorText as text } from "../../text/editor.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor, useEditorState } from "../editor-context.tsx";
import { setDetails } from "../model/commands/set-details.ts";

/** The workflow's title, edited where it stands; as wide as what is in it. */
export function TitleField() {
  const editor = useEditor();
  const { canEdit } = useOpenDocument();
  const title = useEditorState(({ graph }) => graph.title ?? "");
  const shown = title === "" ? text.untitled : title;
  if (!canEdit) return <h1 className="min-w-0 truncate px-1.5 text-sm font-semibold">{shown}</h1>;
  return (
    <h1 className="grid min-w-16 shrink text-sm font-semibold">
      <span aria-hidden className="invisible col-start-1 row-start-1 overflow-hidden px-2 whitespace-pre">
        {shown}
      </span>
      <input
        aria-label={text.title}
        value={title}
        placeholder={text.untitled}
        maxLength={200}
        // Its width is that of the text beneath it.
        size={1}
        onChange={(event) =>
          editor.edit({ label: text.changeTitle, source: "canvas", group: "title" }, (graph) =>
            setDetails(graph, { title: event.target.value }),
          )
        }
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
        }}
        className="col-start-1 row-start-1 h-7 w-full min-w-0 rounded-md bg-transparent px-2 text-ellipsis hover:bg-hover focus-visible:bg-surface"
      />
    </h1>
  );
}
