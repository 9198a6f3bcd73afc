import { isIdentifier } from "../../codegen/schema/identifiers.ts";

/** Letters that are no plain one with a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "Ae",
  œ: "oe",
  Œ: "Oe",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
};

/** The identifier that a title suggests: `Order alert` → `orderAlert`; `workflow` where it suggests none. */
export function nameFrom(title: string): string {
  const latin = [...title.normalize("NFD")].map((letter) => PLAIN[letter] ?? letter).join("");
  const words = latin.replace(/\p{M}/gu, "").match(/[A-Za-z0-9]+/g) ?? [];
  const name = words
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join("")
    .replace(/^[0-9]+/, "")
    .slice(0, 60);
  const cased = name.charAt(0).toLowerCase() + name.slice(1);
  return isIdentifier(cased) && cased !== "trigger" ? cased : "workflow";
}

/** The name itself, or with the first number behind it that makes it nobody's: `orderAlert2`. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/[0-9]+$/, "") || name;
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}
