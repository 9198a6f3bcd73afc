const REFUSED = new Set([
  "constructor",
  "prototype",
  "__proto__",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
]);

/**
 * `object[key]` for a key that is only known at run time. Data of unknown shape is loose, hence `any`.
 * Throws a TypeError for `constructor`, `prototype`, `__proto__` and the accessors of old: they lead out of the data.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the data is of unknown shape
export function pick(object: any, key: unknown): any {
  const name = typeof key === "number" ? key : String(key);
  if (REFUSED.has(String(name))) throw new TypeError(`The property "${name}" may not be read.`);
  return object[name];
}
