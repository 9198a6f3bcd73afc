"use client";
import { useReactFlow } from "@xyflow/react";
import { useSetAtom, useStore } from "jotai";
import type { DragEvent } from "react";
import { useEffect, useMemo, useRef } from "react";
import { canvasText } from "../../text/canvas.ts";
import { toast } from "../../ui/toast.ts";
import { useCompiler } from "../compiler/use-compiler.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import type * as Model from "../model/clipboard/index.ts";
import { removeSelection } from "../model/commands/remove-selection.ts";
import type { Point } from "../model/geometry.ts";
import { toParent } from "../model/geometry.ts";
import { indexOf } from "../model/graph-index.ts";
import { isOpenFrame } from "../nodes/node-shape.ts";
import { announceAtom } from "./announcer.tsx";
import { canvasApiAtom } from "./canvas-api.ts";

export interface Clipboard {
  readonly copy: () => void;
  readonly cut: () => void;
  readonly paste: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** No workflow is larger than this many characters. */
const LARGEST = 8_000_000;

/** Copies, cuts and pastes nodes as text: ours, a whole document, or the TypeScript of a workflow, from the clipboard or from a file that is dropped. */
export function useClipboard(): Clipboard {
  const editor = useEditor();
  const atoms = useStore();
  const flow = useReactFlow();
  const compiler = useCompiler();
  const { canEdit } = useOpenDocument();
  const announce = useSetAtom(announceAtom);

  // Copying reads the expressions that are copied; what for is loaded once the canvas is there, since the clipboard waits for nobody.
  const model = useRef<typeof Model>(undefined);
  useEffect(() => {
    void import("../model/clipboard/index.ts").then((loaded) => (model.current = loaded));
  }, []);

  const clipboard = useMemo(() => {
    const text = canvasText.drop;
    const copyText = (): string | undefined => model.current?.copy(editor.state.graph, editor.state.selection);
    const remove = (): void => editor.edit({ label: canvasText.edits.cut, source: "canvas" }, removeSelection);
    const insert = async (pasted: string, at: Point): Promise<void> => {
      if (!canEdit) return;
      if (pasted.length > LARGEST) return void toast.error(text.tooLarge);
      const { pasteGraph, readClipboard } = await import("../model/clipboard/index.ts");
      let read = readClipboard(pasted);
      if ("problem" in read && read.problem === "text" && /\bfunction\b/.test(pasted)) {
        const { graph } = editor.state;
        const parsed = await compiler.parse(pasted, { ...graph, nodes: [], edges: [] });
        if (!parsed.ok) return void toast.error(text.notParsed, { description: parsed.diagnostics[0]?.message ?? text.unknownHint });
        read = parsed.graph;
      }
      if ("problem" in read) {
        if (read.problem === "nothing") return;
        return void toast.error(read.problem === "shape" ? text.shape : text.unknown, { description: read.detail ?? text.unknownHint });
      }
      const graph = read;
      const parent = homeOf(editor);
      editor.edit({ label: canvasText.edits.paste, source: "import" }, (before) =>
        pasteGraph(before, graph, toParent(before, at, parent), parent),
      );
      const count = editor.state.selection.nodes.size;
      announce(text.pasted(count));
      const { last } = editor.state.selection;
      if (last !== undefined) atoms.get(canvasApiAtom)?.reveal(last);
    };
    const place = (): Point => {
      const api = atoms.get(canvasApiAtom);
      return api?.pointer() ?? api?.center() ?? { x: 0, y: 0 };
    };
    return {
      copyText,
      remove,
      insert,
      place,
      copy() {
        const copied = copyText();
        if (copied !== undefined) navigator.clipboard.writeText(copied).catch(() => toast.error(text.denied));
      },
      cut() {
        const copied = copyText();
        if (copied !== undefined) navigator.clipboard.writeText(copied).then(remove, () => toast.error(text.denied));
      },
      paste() {
        const at = place();
        navigator.clipboard.readText().then(
          (pasted) => insert(pasted, at),
          () => toast.error(text.denied),
        );
      },
      onDrop(event: DragEvent) {
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        if (file.size > LARGEST) toast.error(text.tooLarge);
        else void file.text().then((dropped) => insert(dropped, at));
      },
    };
  }, [announce, atoms, canEdit, compiler, editor, flow]);

  useEffect(() => {
    const take = (event: ClipboardEvent): void => {
      const copied = isOnCanvas(event.target) && (getSelection()?.toString() ?? "") === "" ? clipboard.copyText() : undefined;
      if (copied === undefined) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", copied);
      announce(canvasText.said.copied(editor.state.selection.nodes.size));
      if (event.type === "cut" && canEdit) clipboard.remove();
    };
    const give = (event: ClipboardEvent): void => {
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (!isOnCanvas(event.target) || pasted === "" || !canEdit) return;
      event.preventDefault();
      void clipboard.insert(pasted, clipboard.place());
    };
    document.addEventListener("copy", take);
    document.addEventListener("cut", take);
    document.addEventListener("paste", give);
    return () => {
      document.removeEventListener("copy", take);
      document.removeEventListener("cut", take);
      document.removeEventListener("paste", give);
    };
  }, [announce, canEdit, clipboard, editor]);
  return clipboard;
}

/** The open loop that is selected: what is pasted goes into it. */
function homeOf(editor: ReturnType<typeof useEditor>): string | undefined {
  const { graph, selection } = editor.state;
  const node = selection.nodes.size === 1 && selection.last !== undefined ? indexOf(graph).nodes.get(selection.last) : undefined;
  return node && isOpenFrame(node) ? node.id : node?.parent;
}

function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target === document.body) return document.querySelector("[role=dialog][data-state=open]") === null;
  return target.closest("[data-canvas]") !== null && !target.closest("input, textarea");
}
