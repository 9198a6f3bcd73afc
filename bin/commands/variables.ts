import { listVariables } from "../../lib/variables/list-variables.ts";
import { removeVariable } from "../../lib/variables/remove-variable.ts";
import { setVariable } from "../../lib/variables/set-variable.ts";
import { withServer } from "../open-server.ts";
import { mark, print, printJson } from "../print.ts";
import { isOpen, readSecret } from "../read-secret.ts";
import { UsageError } from "../usage-error.ts";

/** `weft variables set`: a secret's value is read from standard input or asked for when it is not given. */
export async function setVariableCommand(
  name: string,
  value: string | undefined,
  options: { secret?: boolean; json?: boolean },
): Promise<void> {
  if (options.secret && isOpen(value)) {
    console.error(mark("yellow", `A secret in the command stays in the shell's history. Better: weft variables set ${name} --secret`));
  }
  if (value === undefined && !options.secret) {
    throw new UsageError(`no value for ${name} was given`, `For example: weft variables set ${name} https://api.example.com`);
  }
  const given = value === undefined && !process.stdin.isTTY ? "@-" : value;
  const read = options.secret || given?.startsWith("@") ? await readSecret(given, name) : (given ?? "");
  const input = { value: read, ...(options.secret ? { secret: true } : {}) };
  const variable = await withServer({ deliver: false }, ({ server, access }) => setVariable(server, access, name, input));
  await (options.json
    ? printJson(variable)
    : print(`{{ env.${name} }} is ${variable.secret ? "a secret now" : JSON.stringify(variable.value)}.`));
}

/** `weft variables list`: plain values, never secret ones. */
export async function listVariablesCommand(options: { json?: boolean }): Promise<void> {
  const list = await withServer({ deliver: false }, ({ server, access }) => listVariables(server, access));
  if (options.json) return printJson(list);
  const lines = list.variables.map(
    ({ name, secret, value, source }) =>
      `${name}  ${secret ? "secret" : value}${source === "environment" ? "  (from the environment)" : ""}`,
  );
  await print(lines.length === 0 ? "No variables." : lines.join("\n"));
}

/** `weft variables remove`. */
export async function removeVariableCommand(name: string, options: { force?: boolean }): Promise<void> {
  await withServer({ deliver: false }, ({ server, access }) => removeVariable(server, access, name, { force: options.force === true }));
  await print(`${name} is removed.`);
}
