/** `application/x-www-form-urlencoded`, with inner objects as `a[b]=1` and lists as `a[0]=1`; null and undefined are left out. */
export function encodeForm(fields: object): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) append(pairs, name, value);
  return pairs.toString();
}

function append(pairs: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== "object") return pairs.append(name, String(value));
  for (const [key, inner] of Object.entries(value)) append(pairs, `${name}[${key}]`, inner);
}
