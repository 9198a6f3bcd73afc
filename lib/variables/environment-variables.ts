import type { Variable } from "../engine/contract.ts";

/** How a variable may be called. */
export const VARIABLE_NAME = /^[A-Z][A-Z0-9_]{0,99}$/;

const PLAIN = "WEFT_ENV_";
const SECRET = "WEFT_SECRET_";

/** The variables that the server's environment sets for every workspace: `WEFT_ENV_<NAME>` plain, `WEFT_SECRET_<NAME>` secret, which wins. */
export function environmentVariables(environment: Readonly<Record<string, string | undefined>> = process.env): Map<string, Variable> {
  const found = new Map<string, Variable>();
  for (const [prefix, secret] of [
    [PLAIN, false],
    [SECRET, true],
  ] as const) {
    for (const [variable, value] of Object.entries(environment)) {
      const name = variable.startsWith(prefix) ? variable.slice(prefix.length) : "";
      if (VARIABLE_NAME.test(name) && value !== undefined) found.set(name, { value, secret });
    }
  }
  return found;
}
