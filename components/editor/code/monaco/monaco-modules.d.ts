/** Entries of Monaco that come without types: its workers, and how TypeScript is coloured. */
declare module "monaco-editor/languages/definitions/typescript/typescript" {
  import type { languages } from "monaco-editor/editor/editor.api";
  export const language: languages.IMonarchLanguage;
}
declare module "monaco-editor/editor/editor.worker";
declare module "monaco-editor/languages/features/json/json.worker";
declare module "monaco-editor/languages/features/typescript/ts.worker" {
  /** A file that TypeScript is given beside the models. */
  interface ExtraLib {
    readonly content: string;
    readonly version: number;
  }
  /** One thing that TypeScript found: what else it holds is of no interest to us. */
  export interface Found {
    readonly start: number | undefined;
  }
  /** The part of Monaco's host of TypeScript's language service that ours overrides. */
  export class TypeScriptWorker {
    constructor(context: unknown, data: unknown);
    getExtraLibs(): Readonly<Record<string, ExtraLib>>;
    getScriptVersion(fileName: string): string;
    _getModel(fileName: string): object | null;
    getScriptFileNames(): string[];
    getSyntacticDiagnostics(fileName: string): Promise<readonly Found[]>;
    getSemanticDiagnostics(fileName: string): Promise<readonly Found[]>;
    _getScriptText(fileName: string): string | undefined;
  }
  export function initialize(create: (context: unknown, data: unknown) => TypeScriptWorker): void;
}
