/** Fields are models under this address; each is checked as the body of a function, with the names that are declared to it. */
const FIELD = "file:///fields/";

/** The address of a field's model. */
export function fieldUri(id: string): string {
  return `${FIELD}${id}.ts`;
}

/** Where a field's declarations are handed to TypeScript's worker. */
export function declarationsUri(field: string): string {
  return `${field}.declarations.d.ts`;
}

/** Declarations as a file that declares nothing to anybody but its field: a module that nobody imports. */
export function packDeclarations(field: string, declarations: string): string {
  return `declare module "${field}" {\n${declarations}\n}`;
}

/** What `packDeclarations` was given. */
export function unpackDeclarations(packed: string): string {
  return packed.slice(packed.indexOf("\n") + 1, packed.lastIndexOf("\n"));
}

export function isField(fileName: string): boolean {
  return fileName.startsWith(FIELD) && !fileName.endsWith(".d.ts");
}
