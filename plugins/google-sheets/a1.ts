/** A range of a sheet in A1 notation; `cells` such as `A1:B2`, or the whole sheet without it. */
export function a1(sheet: string, cells?: string): string {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  return cells === undefined ? quoted : `${quoted}!${cells}`;
}

/** The letters of a column, from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? last : columnLetters(rest - 1) + last;
}
