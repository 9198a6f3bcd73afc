/** Where a value lacks what is expected of it; undefined when all is there. A text between slashes is a regular expression. */
export function findMismatch(value: unknown, expected: unknown, path = ""): string | undefined {
  const at = path === "" ? "it" : path;
  if (typeof expected === "string") {
    const pattern = /^\/(.+)\/([a-z]*)$/s.exec(expected);
    if (pattern) {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return text !== undefined && new RegExp(pattern[1] ?? "", pattern[2]).test(text)
        ? undefined
        : `${at} is ${JSON.stringify(value)}, not like ${expected}`;
    }
  }
  if (typeof expected !== "object" || expected === null)
    return value === expected ? undefined : `${at} is ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`;
  if (Array.isArray(expected)) {
    if (!Array.isArray(value)) return `${at} is no list`;
    // Each is somewhere in the list.
    const missing = expected.find((item) => !value.some((candidate) => findMismatch(candidate, item) === undefined));
    return missing === undefined ? undefined : `${at} has no ${JSON.stringify(missing)}`;
  }
  if (typeof value !== "object" || value === null) return `${at} is ${JSON.stringify(value)}, no object`;
  for (const [key, part] of Object.entries(expected)) {
    const mismatch = findMismatch(
      Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
      part,
      path === "" ? key : `${path}.${key}`,
    );
    if (mismatch !== undefined) return mismatch;
  }
  return undefined;
}
