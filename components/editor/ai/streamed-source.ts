/** The code in an answer that is still coming: what stands in the first Markdown fence, or all of it while there is none. Thoughts are left out. */
export function streamedSource(text: string): string {
  const answer = text.replace(/<think>[^]*?(?:<\/think>|$)/g, "");
  const fence = /```[\w-]*[ \t]*\n/.exec(answer);
  if (!fence) return answer.trimStart();
  const body = answer.slice(fence.index + fence[0].length);
  // The last line may be the beginning of the closing fence.
  return body.replace(/(?:^|\n)```[^]*$/, "").replace(/\n`{1,2}$/, "");
}
