import { ts } from "ts-morph";

/** A module with the declarations of some names, what those refer to, and the imports they need; comments stay with their declaration. */
export function keepDeclarations(text: string, names: ReadonlySet<string>): string {
  const file = ts.createSourceFile("types.ts", text, ts.ScriptTarget.ES2024, true);
  const declared = new Map<string, ts.Statement>();
  for (const statement of file.statements) for (const name of namesOf(statement)) declared.set(name, statement);
  const kept = new Set<ts.Statement>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const statement = declared.get(name);
    if (!statement || kept.has(statement)) continue;
    kept.add(statement);
    if (!ts.isImportDeclaration(statement)) open.push(...referencesOf(statement));
  }
  const texts = file.statements.filter((statement) => kept.has(statement)).map((statement) => printStatement(statement, file));
  return `${texts.join("\n\n")}\n`;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings;
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  }
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ? [statement.name.text] : [];
}

function referencesOf(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner)) found.push(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

/** With the doc comment right before it, and without the file's own first line. */
function printStatement(statement: ts.Statement, file: ts.SourceFile): string {
  const [doc] = (ts.getLeadingCommentRanges(file.text, statement.getFullStart()) ?? []).filter(
    ({ kind, pos }) => kind === ts.SyntaxKind.MultiLineCommentTrivia && file.text.startsWith("/**", pos),
  );
  return file.text.slice(doc?.pos ?? statement.getStart(file), statement.end);
}
