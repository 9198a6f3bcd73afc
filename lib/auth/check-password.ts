import { COMMON_PASSWORDS, COMMON_WORDS } from "./common-passwords.ts";

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

/** The rows of a keyboard and what counts up: whatever runs along one of these is no secret. */
const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
];

/** What is wrong with a password, in a sentence for whoever chose it; undefined when it is good. `person` is what others know of them. */
export function passwordProblem(password: string, person: { readonly email?: string; readonly name?: string } = {}): string | undefined {
  if (password.length < SHORTEST_PASSWORD) return `Use at least ${SHORTEST_PASSWORD} characters.`;
  if (password.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  const text = password.normalize("NFKC").toLowerCase();
  if (COMMON_PASSWORDS.has(text)) return "This password is among those that are tried first. Choose another.";
  if (isRepeated(text)) return "This password repeats itself. Choose another.";
  if (isRun(text)) return "This password runs along the keyboard or the alphabet. Choose another.";
  const known = personalWords(person).find((word) => text.includes(word) && text.length - word.length < 6);
  if (known !== undefined) return "This password is your name or address with little around it. Choose another.";
  if (isOfCommonWords(text)) return "This password is a common word with digits or signs around it. Choose another.";
  return undefined;
}

/** One to four characters over and over, such as `aaaaaaaaaa` or `12ab12ab12ab`. */
function isRepeated(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/u.test(text) || new Set(text).size <= 3;
}

/** Nothing but pieces, of four characters or more, of a keyboard's row or of the alphabet, forwards or backwards. */
function isRun(text: string): boolean {
  const rows = RUNS.flatMap((row) => [row, [...row].toReversed().join("")]);
  let rest = text;
  while (rest.length > 0) {
    let length = rest.length;
    while (length >= 4 && !rows.some((row) => row.includes(rest.slice(0, length)))) length--;
    if (length < 4) return rest.length <= 2 && rest.length < text.length;
    rest = rest.slice(length);
  }
  return true;
}

function personalWords({ email = "", name = "" }: { readonly email?: string; readonly name?: string }): string[] {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const parts = [
    local,
    domain.split(".")[0] ?? "",
    name.toLowerCase().replace(/\s+/g, ""),
    ...name.toLowerCase().split(/\s+/),
    ...local.split(/[._+-]/),
  ];
  return [...new Set(parts)].filter((part) => part.length >= 4);
}

/** How people write letters in passwords. */
const LETTERS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Nothing but common words, read with and without letters written as digits, and up to six other characters. */
function isOfCommonWords(text: string): boolean {
  const plain = text.replace(/[^a-z]+/g, " ").trim();
  const read = [...text].map((character) => LETTERS[character] ?? character).join("");
  const trimmed = text.replace(/[^a-z]+$/, "").replace(/^[^a-z]+/, "");
  const readTrimmed = [...trimmed].map((character) => LETTERS[character] ?? character).join("");
  const others = text.length - plain.replaceAll(" ", "").length;
  const isPlain = others <= 6 && plain !== "" && plain.split(" ").every((part) => isWords(part, 3));
  return isPlain || isWords(read, 3) || (text.length - trimmed.length <= 6 && isWords(readTrimmed.replace(/[^a-z]/g, ""), 3));
}

/** Whether a text is up to `most` common words on end. */
function isWords(text: string, most: number): boolean {
  if (text === "") return true;
  if (most === 0) return false;
  for (let length = text.length; length > 0; length--) {
    if (COMMON_WORDS.has(text.slice(0, length)) && isWords(text.slice(length), most - 1)) return true;
  }
  return false;
}
