/** What a model said without what it thought between `<think>` tags; of a text that still grows, without what may become such a tag. */
export function stripThoughts(text: string): string {
  return text.replace(/<think>[^]*?(?:<\/think>\n*|$)/g, "").replace(/<(?:t(?:h(?:i(?:nk?)?)?)?)?$/, "");
}
