import { fatal } from "./failure.ts";

/** A path with encoded values: `` path`/repos/${owner}/${repo}` ``. Throws a FatalError for a value that is empty or would climb out of its place. */
export function path(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return texts.reduce((whole, text, index) => {
    const value = String(values[index - 1]);
    if (value === "" || value === "." || value === "..") {
      throw fatal(`"${value}" cannot be a part of the path ${texts.join("…")}.`, { name: "InvalidInput" });
    }
    return `${whole}${encodeURIComponent(value)}${text}`;
  });
}
