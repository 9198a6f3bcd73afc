import { ts } from "ts-morph";

/** What is wrong with a code body; offsets are in the body's own text. */
export interface CodeProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

const head = "async function body() {\n";
const tail = "\n}";

/** Levels of syntax. Whatever reads the code after this (the type checker, the bundler, the sandbox) goes down a stack of its own. */
const deepest = 250;
const tooDeep = `it nests deeper than ${deepest} levels`;

/** Whether a text is the body of one async function and nothing more: undefined, or what is wrong with it. */
export function parseCodeBody(source: string): CodeProblem | undefined {
  try {
    return findProblem(source, parseBody(source));
  } catch (error) {
    // The parser's own stack ends somewhere below.
    if (!(error instanceof RangeError)) throw error;
    return { message: tooDeep, start: 0, end: 0 };
  }
}

function findProblem(source: string, file: ts.SourceFile): CodeProblem | undefined {
  const at = (start: number, end: number, message: string): CodeProblem => {
    const from = clamp(start - head.length, source.length);
    return { message, start: from, end: Math.max(from, clamp(end - head.length, source.length)) };
  };
  const [problem] = diagnosticsOf(file);
  if (problem) {
    const text = ts.flattenDiagnosticMessageText(problem.messageText, " ");
    return at(problem.start ?? 0, (problem.start ?? 0) + (problem.length ?? 0), text);
  }
  const body = bodyOf(file);
  if (!body) {
    const close = file.statements[0]?.end ?? head.length;
    return at(close - 1, close, "a `}` closes the function before its end");
  }
  return findForbidden(body, file, at);
}

/** Adds the indentation of a function's body; lines inside a multi-line string or template stay as they are. */
export function indentCodeBody(source: string): string {
  const kept = keptLines(source);
  return source
    .split("\n")
    .map((text, index) => (text === "" || kept.has(index) ? text : `  ${text}`))
    .join("\n");
}

/** The inverse of `indentCodeBody`, for a body of any indentation. */
export function dedentCodeBody(source: string): string {
  const kept = keptLines(source);
  return source
    .split("\n")
    .map((text, index) => (kept.has(index) || !text.startsWith("  ") ? text : text.slice(2)))
    .join("\n");
}

/** The lines (0-based) that begin inside a string or a template. */
function keptLines(source: string): ReadonlySet<number> {
  const kept = new Set<number>();
  if (!source.includes("`") && !source.includes("\\\n")) return kept;
  const file = parseBody(source);
  const starts = file.getLineStarts();
  const first = file.getLineAndCharacterOfPosition(head.length).line;
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      const pieces = ts.isTemplateExpression(node) ? [node.head, ...node.templateSpans.map((span) => span.literal)] : [node];
      for (const piece of pieces) {
        const from = file.getLineAndCharacterOfPosition(piece.getStart(file)).line;
        for (let line = from + 1; line < starts.length && (starts[line] ?? 0) < piece.end; line++) kept.add(line - first);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return kept;
}

function parseBody(source: string): ts.SourceFile {
  return ts.createSourceFile("body.ts", head + source + tail, ts.ScriptTarget.ES2024, true, ts.ScriptKind.TS);
}

function bodyOf(file: ts.SourceFile): ts.Block | undefined {
  const [only, ...more] = file.statements;
  if (!only || more.length > 0 || !ts.isFunctionDeclaration(only) || !only.body) return undefined;
  return only.end === file.text.length ? only.body : undefined;
}

function findForbidden(
  body: ts.Block,
  file: ts.SourceFile,
  at: (start: number, end: number, message: string) => CodeProblem,
): CodeProblem | undefined {
  let found: CodeProblem | undefined;
  const refuse = (node: ts.Node, message: string): void => {
    found ??= at(node.getStart(file), node.end, message);
  };
  const visit = (node: ts.Node, depth: number): void => {
    if (found) return;
    if (depth > deepest) refuse(node, tooDeep);
    else if (ts.isImportDeclaration(node) || ts.isImportEqualsDeclaration(node)) refuse(node, "a code step cannot import anything");
    else if (ts.isExportDeclaration(node) || ts.isExportAssignment(node)) refuse(node, "a code step cannot export anything");
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      refuse(node, "a code step cannot import anything");
    } else if (ts.isMetaProperty(node)) refuse(node, "a code step has no `import.meta` and no `new.target`");
    else if (node.kind === ts.SyntaxKind.ExportKeyword) refuse(node, "a code step cannot export anything");
    else if (
      ts.isExpressionStatement(node) &&
      ts.isStringLiteral(node.expression) &&
      /^use (?:step|workflow)$/.test(node.expression.text)
    ) {
      refuse(node, "a code step is a step already: it needs no directive");
    } else ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  ts.forEachChild(body, (child) => visit(child, 1));
  return found;
}

/** The parser's own complaints. */
export function diagnosticsOf(file: ts.SourceFile): readonly ts.Diagnostic[] {
  // The compiler keeps them on the file under a name that its public types leave out.
  return (file as unknown as { readonly parseDiagnostics?: readonly ts.Diagnostic[] }).parseDiagnostics ?? [];
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}
