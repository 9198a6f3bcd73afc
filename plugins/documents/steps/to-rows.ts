/** Lines as objects by the names of the first one, or as they are. Columns without a name get one, doubled names a number. */
export function toRows<T>(lines: readonly (readonly unknown[])[], header: boolean, missing: unknown): { rows: T[]; columns: string[] } {
  // What the columns hold is the user's to know.
  if (!header) return { rows: lines as unknown as T[], columns: [] };
  const [names = [], ...rest] = lines;
  const columns = nameColumns(names);
  const rows = rest.map((line) => Object.fromEntries(columns.map((column, index) => [column, line[index] ?? missing])));
  return { rows: rows as T[], columns };
}

function nameColumns(names: readonly unknown[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const text = String(name ?? "").trim() || `column${index + 1}`;
    let free = text === "__proto__" ? "column__proto__" : text;
    for (let number = 2; taken.has(free); number++) free = `${text}${number}`;
    taken.add(free);
    return free;
  });
}
