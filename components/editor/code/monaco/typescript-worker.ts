/** Monaco's TypeScript worker, to which a code field's names are declared behind its text: offsets stay, and other models know nothing of them. */
import { initialize, TypeScriptWorker } from "monaco-editor/languages/features/typescript/ts.worker";
import { declarationsUri, isField, unpackDeclarations } from "./field-declarations.ts";

class FieldWorker extends TypeScriptWorker {
  override getScriptVersion(fileName: string): string {
    const version = super.getScriptVersion(fileName);
    return isField(fileName) ? `${version} ${this.getExtraLibs()[declarationsUri(fileName)]?.version ?? 0}` : version;
  }

  override _getScriptText(fileName: string): string | undefined {
    const text = super._getScriptText(fileName);
    if (text === undefined || !isField(fileName)) return text;
    const declared = this.getExtraLibs()[declarationsUri(fileName)];
    return `${text}\nexport {};\n${declared ? unpackDeclarations(declared.content) : ""}`;
  }

  /** Asked about a model that was closed meanwhile, TypeScript would fail. */
  override async getSyntacticDiagnostics(fileName: string): Promise<readonly object[]> {
    return this._getModel(fileName) ? super.getSyntacticDiagnostics(fileName) : [];
  }

  override async getSemanticDiagnostics(fileName: string): Promise<readonly object[]> {
    return this._getModel(fileName) ? super.getSemanticDiagnostics(fileName) : [];
  }
}

self.onmessage = () => initialize((context, data) => new FieldWorker(context, data));
