/**
 * The variables of the environment, by name. A host may put variables of its own in the place of this module.
 * Reading one that is not set throws, so that no half-configured workflow runs on with an empty text.
 */
export const env: Readonly<Record<string, string>> = new Proxy(Object.freeze({}), {
  get(_none, name) {
    if (typeof name !== "string") return undefined;
    const value = process.env[name];
    // `NAME=`, as a file of examples has it, is not set either.
    if (value === undefined || value === "") throw new Error(`The environment variable ${name} is not set.`);
    return value;
  },
});
