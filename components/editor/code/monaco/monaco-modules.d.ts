/** Entries of Monaco's workers, which come without types. */
declare module "monaco-editor/editor/editor.worker";
declare module "monaco-editor/languages/features/json/json.worker";
declare module "monaco-editor/languages/features/typescript/ts.worker" {
  /** A file that TypeScript is given beside the models. */
  interface ExtraLib {
    readonly content: string;
    readonly version: number;
  }
  /** The part of Monaco's host of TypeScript's language service that ours overrides. */
  export class TypeScriptWorker {
    constructor(context: unknown, data: unknown);
    getExtraLibs(): Readonly<Record<string, ExtraLib>>;
    getScriptVersion(fileName: string): string;
    _getScriptText(fileName: string): string | undefined;
  }
  export function initialize(create: (context: unknown, data: unknown) => TypeScriptWorker): void;
}
