/** Under which a document's details are cached; whoever changes what the server knows of it (pins, what is live) refreshes them. */
export function documentKey(id: string): readonly string[] {
  return ["document", id];
}
