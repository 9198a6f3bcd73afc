import { ts } from "ts-morph";

/**
 * The kinds of a module's syntax, from top to bottom. All ways to write a text count the same, and so do all names of a property;
 * comments are not among them, broken syntax is.
 */
export function listSyntax(source: string): string[] {
  const file = ts.createSourceFile("module.ts", source, ts.ScriptTarget.ESNext, true);
  const kinds: string[] = [];
  visit(file, kinds);
  const { diagnostics } = ts.transpileModule(source, { reportDiagnostics: true });
  return [...kinds, ...(diagnostics ?? []).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))];
}

function visit(node: ts.Node, into: string[]): void {
  if (isMemberName(node)) into.push("name");
  else if (ts.isStringLiteralLike(node)) into.push("text");
  else {
    into.push(ts.SyntaxKind[node.kind]);
    ts.forEachChild(node, (child) => visit(child, into));
  }
}

function isMemberName(node: ts.Node): boolean {
  if (!ts.isPropertyName(node)) return false;
  return (ts.isObjectLiteralElement(node.parent) || ts.isPropertySignature(node.parent)) && node.parent.name === node;
}
