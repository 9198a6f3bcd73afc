/**
 * Monaco's TypeScript worker, which takes a code field for the body of a function. The names that are declared to the field stand behind its
 * text: offsets stay, and other models know nothing of them. What is wrong with it is read from a second file, in which the function is whole,
 * since TypeScript looks at no `return` outside of one.
 */
import type { Found } from "monaco-editor/languages/features/typescript/ts.worker";
import { initialize, TypeScriptWorker } from "monaco-editor/languages/features/typescript/ts.worker";
import { declarationsUri, isField, unpackDeclarations } from "./field-declarations.ts";

const HEAD = "async function body() {\n";
const WHOLE = ".whole.ts";

class FieldWorker extends TypeScriptWorker {
  override getScriptFileNames(): string[] {
    const names = super.getScriptFileNames();
    return [...names, ...names.filter(isField).map((name) => name + WHOLE)];
  }

  override getScriptVersion(fileName: string): string {
    const name = fieldOf(fileName);
    const version = super.getScriptVersion(name);
    return isField(name) ? `${version} ${this.getExtraLibs()[declarationsUri(name)]?.version ?? 0}` : version;
  }

  override _getScriptText(fileName: string): string | undefined {
    const name = fieldOf(fileName);
    const text = super._getScriptText(name);
    if (text === undefined || !isField(name)) return text;
    const declared = this.getExtraLibs()[declarationsUri(name)];
    const body = name === fileName ? text : `${HEAD}${text}\n}`;
    return `${body}\nexport {};\n${declared ? unpackDeclarations(declared.content) : ""}`;
  }

  override getSyntacticDiagnostics(fileName: string): Promise<readonly Found[]> {
    return this.#inField(fileName, (name) => super.getSyntacticDiagnostics(name));
  }

  override getSemanticDiagnostics(fileName: string): Promise<readonly Found[]> {
    return this.#inField(fileName, (name) => super.getSemanticDiagnostics(name));
  }

  async #inField(fileName: string, find: (name: string) => Promise<readonly Found[]>): Promise<readonly Found[]> {
    // Asked about a model that was closed meanwhile, TypeScript would fail.
    if (!this._getModel(fileName)) return [];
    if (!isField(fileName)) return find(fileName);
    const length = super._getScriptText(fileName)?.length ?? 0;
    const found = await find(fileName + WHOLE);
    return found.flatMap((each) => {
      const start = (each.start ?? 0) - HEAD.length;
      return start < 0 || start > length ? [] : [{ ...each, start }];
    });
  }
}

/** The field that a whole function is of; any other file is its own. */
function fieldOf(fileName: string): string {
  return fileName.endsWith(WHOLE) ? fileName.slice(0, -WHOLE.length) : fileName;
}

self.onmessage = () => initialize((context, data) => new FieldWorker(context, data));
