/** A command that calls a trigger when it is pasted into a POSIX shell; `key` may be a variable such as `$WEFT_KEY`. */
export function curlLine(call: { readonly url: string; readonly key?: string | undefined; readonly body?: unknown }): string {
  const parts = ["curl", "-X", "POST", quote(call.url)];
  if (call.key !== undefined) parts.push("-H", `"Authorization: Bearer ${call.key}"`);
  if (call.body !== undefined) parts.push("-H", quote("Content-Type: application/json"), "-d", quote(JSON.stringify(call.body)));
  return parts.join(" ");
}

/** Within single quotes a shell takes everything as it is, but the single quote. */
function quote(text: string): string {
  return /^[A-Za-z0-9_./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
