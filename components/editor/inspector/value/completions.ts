import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { insertCompletionText, pickedCompletion } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { ScopeEntry } from "../../../../codegen/types/field-scope.ts";
import type { Completions } from "../../../../codegen/types/complete.ts";
import type { Member } from "../../../../codegen/types/members.ts";
import { inspectorText } from "../../../text/inspector.ts";
import { printShort } from "./preview.ts";
import type { TextMode } from "./segments.ts";
import { isInBraces } from "./segments.ts";

/** Asks the compiler what may be written; `isOptional` says of a path whether what it leads to may be missing. */
export interface CompletionHost {
  readonly complete: (text: string, offset: number) => Promise<Completions | undefined>;
  readonly isOptional: (path: readonly string[]) => boolean;
}

/** An entry of the list, with what it was in the last run. */
export interface ValueCompletion extends Completion {
  readonly sample?: string;
}

/** The completions of a field. In plain text they come when asked for, and bring their own braces. */
export function completionSource(mode: TextMode, host: () => CompletionHost) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const text = context.state.doc.toString();
    const offset = context.pos;
    const isInside = mode === "expression" || isInBraces(text, offset);
    if (!isInside && !context.explicit) return null;
    const before = context.matchBefore(/[A-Za-z_$][\w$]*$|\.\s*$|\{\{\s*$/);
    if (isInside && !context.explicit && !before) return null;
    const { complete, isOptional } = host();
    const asked = isInside ? { text, offset } : { text: `${text.slice(0, offset)}{{ }}${text.slice(offset)}`, offset: offset + 3 };
    const found = await complete(asked.text, asked.offset);
    if (!found || context.aborted) return null;
    const owner = /([A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)*)\.$/.exec(text.slice(0, isInside ? found.from : offset))?.[1];
    const isMaybe = owner !== undefined && isOptional(owner.split(/\??\./));
    const options = [
      ...found.members.map((member) => memberOption(member, isMaybe)),
      ...found.names.map((entry) => nameOption(entry, !isInside)),
    ];
    if (options.length === 0) return null;
    return { from: isInside ? found.from : offset, options: withOrder(options), validFor: /^[\w$]*$/ };
  };
}

/** In the order they came: nearest things first. */
function withOrder(options: readonly ValueCompletion[]): ValueCompletion[] {
  return options.map((option, index) => ({ ...option, boost: Math.max(99 - index, -99) }));
}

function memberOption(member: Member, isMaybe: boolean): ValueCompletion {
  const isMethod = member.kind === "method";
  return {
    label: member.name,
    type: isMethod ? "method" : "property",
    detail: detailOf(member),
    ...(member.documentation === undefined ? {} : { info: member.documentation }),
    ...(member.sample === undefined ? {} : { sample: printShort(member.sample, 32) }),
    apply: (view, completion, from, to) => insertMember(view, completion, from, to, isMaybe, isMethod),
  };
}

/** Writes a field behind the dot, in brackets where it is no word, with `?.` where what is before it may be missing. */
function insertMember(view: EditorView, completion: Completion, from: number, to: number, isMaybe: boolean, isMethod: boolean): void {
  const isWord = /^[A-Za-z_$][\w$]*$/.test(completion.label);
  const dot = view.state.sliceDoc(from - 1, from) === "." ? from - 1 : from;
  const isChained = view.state.sliceDoc(dot - 1, dot) === "?";
  const start = dot - (isChained ? 1 : 0);
  const optional = isMaybe || isChained ? "?." : "";
  const text = isWord
    ? `${optional === "" ? "." : optional}${completion.label}${isMethod ? "()" : ""}`
    : `${optional}[${JSON.stringify(completion.label)}]`;
  const caret = start + text.length - (isMethod ? 1 : 0);
  view.dispatch({
    changes: { from: start, to, insert: text },
    selection: { anchor: caret },
    annotations: pickedCompletion.of(completion),
    userEvent: "input.complete",
  });
}

function nameOption(entry: ScopeEntry, withBraces: boolean): ValueCompletion {
  return {
    label: entry.name,
    type: entry.kind === "global" ? "namespace" : "variable",
    detail: detailOf(entry.label === undefined ? entry : { words: entry.label, optional: entry.optional }),
    ...(entry.sample === undefined ? {} : { sample: printShort(entry.sample, 32) }),
    apply: (view, completion, from, to) => {
      if (!withBraces) {
        view.dispatch({ ...insertCompletionText(view.state, completion.label, from, to), annotations: pickedCompletion.of(completion) });
        return;
      }
      const insert = `{{ ${completion.label} }}`;
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + 3 + completion.label.length },
        annotations: pickedCompletion.of(completion),
        userEvent: "input.complete",
      });
    },
  };
}

function detailOf({ words, optional }: { readonly words: string; readonly optional: boolean }): string {
  const plain = words.replaceAll("`", "");
  return optional ? `${plain}, ${inspectorText.completion.maybe}` : plain;
}
