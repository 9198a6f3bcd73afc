/** A typed amount: null where nothing stands, undefined for what is none or more than `most`. Thousands may be set apart. */
export function parseAmount(text: string, most: number): number | null | undefined {
  const plain = text.replace(/[\s,_]/g, "").replace(/^\$/, "");
  if (plain === "") return null;
  const value = /^(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  return value <= most ? value : undefined;
}
