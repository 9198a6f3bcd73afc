import type { editor, IDisposable, languages } from "monaco-editor/editor/editor.api";
import { kebabCase } from "../../../plugins/kit/catalog.ts";
import { registry } from "../../../plugins/registry.generated.ts";
import { codeText } from "../../text/code.ts";
import type { Marker } from "./markers.ts";
import { findFix } from "./markers.ts";
import type { Api } from "./monaco/api.ts";

/** Every action by its function's name: some services name theirs alike. */
const actions = Map.groupBy(
  registry.flatMap((service) => service.actions.map((action) => ({ service, action }))),
  ({ action }) => action.name,
);

/** Offers what mends our problems (`did you mean`, an import that is missing), and completes the actions of all services with their imports. */
export function offerFixes(monaco: Api, model: editor.ITextModel, markers: () => readonly Marker[]): IDisposable {
  const edit = (start: number, end: number, text: string): languages.IWorkspaceTextEdit => {
    const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
    const range = new monaco.Range(from.lineNumber, from.column, to.lineNumber, to.column);
    return { resource: model.uri, versionId: undefined, textEdit: { range, text } };
  };
  const fixes = monaco.languages.registerCodeActionProvider("typescript", {
    provideCodeActions(of, range) {
      const none = { actions: [], dispose: () => undefined };
      if (of !== model) return none;
      const [start, end] = [model.getOffsetAt(range.getStartPosition()), model.getOffsetAt(range.getEndPosition())];
      const near = markers().filter((marker) => marker.start <= end && marker.end >= start);
      const make = (title: string, changed: languages.IWorkspaceTextEdit): languages.CodeAction => ({
        title,
        kind: "quickfix",
        isPreferred: true,
        edit: { edits: [changed] },
      });
      const found = near.flatMap((marker): languages.CodeAction[] => {
        const fix = findFix(marker, model.getValue());
        const renames = fix ? [make(codeText.fix.replace(fix.wrong, fix.right), edit(fix.start, fix.end, fix.right))] : [];
        return [...renames, ...findImports(marker).map(({ title, line }) => make(title, edit(0, 0, line)))];
      });
      return { actions: found, dispose: () => undefined };
    },
  });
  const completions = monaco.languages.registerCompletionItemProvider("typescript", {
    provideCompletionItems(of, position) {
      if (of !== model) return { suggestions: [] };
      const word = model.getWordUntilPosition(position);
      const before = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1);
      if (word.word === "" || !/(?:^|[\s(=[,:])$/.test(before) || isInText(before)) return { suggestions: [] };
      const range = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
      const text = model.getValue();
      return {
        suggestions: [...actions.values()].flat().flatMap(({ service, action }): languages.CompletionItem[] => {
          const line = importLine(service.name, action.name);
          if (text.includes(line.trimEnd())) return [];
          const call = /\bawait\s+$/.test(before) ? "" : "await ";
          return [
            {
              label: { label: action.name, description: service.label },
              kind: monaco.languages.CompletionItemKind.Function,
              detail: codeText.action(service.label, action.label),
              documentation: action.description,
              insertText: `${call}${action.name}({ $0 })`,
              insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
              filterText: action.name,
              // Of actions that are called alike, those of a service in use come first.
              sortText: `${text.includes(`"@/plugins/${kebabCase(service.name)}/`) ? "y" : "z"}${action.name}`,
              range,
              additionalTextEdits: [{ range: new monaco.Range(1, 1, 1, 1), text: line }],
            },
          ];
        }),
      };
    },
  });
  return {
    dispose() {
      fixes.dispose();
      completions.dispose();
    },
  };
}

function findImports({ diagnostic }: Marker): { title: string; line: string }[] {
  if (diagnostic.code !== "source-unknown-call") return [];
  const name = /`(\w+)`/.exec(diagnostic.message)?.[1] ?? "";
  return (actions.get(name) ?? []).map(({ service }) => ({
    title: codeText.fix.importFrom(name, service.label),
    line: importLine(service.name, name),
  }));
}

function importLine(service: string, action: string): string {
  return `import { ${action} } from "@/plugins/${kebabCase(service)}/steps/${kebabCase(action)}";\n`;
}

/** Whether a line is inside of a string or a comment where it ends. */
function isInText(line: string): boolean {
  return line.includes("//") || [/"/g, /'/g, /`/g].some((quote) => (line.match(quote)?.length ?? 0) % 2 === 1);
}
