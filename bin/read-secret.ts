import { readText } from "./read-text.ts";
import { UsageError } from "./usage-error.ts";

/**
 * A value as a person gave it: `@-` reads standard input, `@file` a file, nothing asks for it without showing what is typed. `@@x` is `@x`.
 * One line break at the end of what is read goes.
 */
export async function readSecret(given: string | undefined, what: string): Promise<string> {
  if (given === undefined) return prompt(what);
  if (given.startsWith("@@")) return given.slice(1);
  if (given.startsWith("@")) return (await readText(given.slice(1))).replace(/\r?\n$/, "");
  return given;
}

/** True of a value that stands in the command itself, which the shell writes into its history. */
export function isOpen(given: string | undefined): boolean {
  return given !== undefined && (!given.startsWith("@") || given.startsWith("@@"));
}

const [ENTER, RETURN, END_OF_TEXT, END_OF_TRANSMISSION, BACKSPACE, DELETE] = ["\n", "\r", "\u0003", "\u0004", "\b", "\u007f"];

function prompt(what: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    throw new UsageError(
      `${what} is not given, and there is no terminal to ask at`,
      "Give it on standard input (=@-) or in a file (=@file).",
    );
  }
  stderr.write(`${what}: `);
  stdin.setRawMode(true);
  stdin.resume();
  stdin.setEncoding("utf8");
  return new Promise((resolve, reject) => {
    let typed = "";
    const stop = (): void => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off("data", read);
      stderr.write("\n");
    };
    const read = (keys: string): void => {
      for (const key of keys) {
        if (key === ENTER || key === RETURN || key === END_OF_TRANSMISSION) {
          stop();
          return resolve(typed);
        }
        if (key === END_OF_TEXT) {
          stop();
          return reject(new UsageError("stopped", "Nothing was changed."));
        }
        typed = key === BACKSPACE || key === DELETE ? [...typed].slice(0, -1).join("") : typed + key;
      }
    };
    stdin.on("data", read);
  });
}
