import { languageReservedWords } from "../../../codegen/schema/identifiers.ts";
import { printedNames } from "../service-definition.ts";

const LONGEST = 60;

/** `repos/list-for-org` → `reposListForOrg`: an identifier of what letters and digits there are; empty when there are none. */
export function camelCase(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const start = joined.replace(/^[0-9]+/, "");
  // An abbreviation at the start goes to lower case as a whole: `APIKeys` → `apiKeys`.
  const camel = start.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (head) => head.toLowerCase());
  return camel.slice(0, LONGEST);
}

export function pascalCase(text: string): string {
  const camel = camelCase(text);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** Whether a name is a word of the language, or one that the code of a step uses itself. */
export function isReserved(name: string): boolean {
  return languageReservedWords.has(name) || printedNames.has(name);
}

/** Gives out names, each once: a second `item` becomes `item2`. Two that differ in case alone would be one file on some disks. */
export class NameGiver {
  readonly #taken: Set<string>;

  constructor(taken: readonly string[] = []) {
    this.#taken = new Set(taken.map((name) => name.toLowerCase()));
  }

  give(wanted: string): string {
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted}${number}`;
      if (this.#taken.has(name.toLowerCase()) || isReserved(name)) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}
