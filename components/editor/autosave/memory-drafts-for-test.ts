import type { Draft, DraftStorage } from "./draft-storage.ts";

/** What a browser keeps, for as long as the test lasts. */
export class MemoryDrafts implements DraftStorage {
  readonly drafts = new Map<string, Draft>();
  readonly open = new Set<string>();

  async list(key: string): Promise<readonly Draft[]> {
    return [...this.drafts.values()].filter((draft) => draft.key === key).toSorted((a, b) => a.savedAt - b.savedAt);
  }

  async put(draft: Draft): Promise<void> {
    this.drafts.set(`${draft.key} ${draft.tab}`, structuredClone(draft));
  }

  async remove({ key, tab }: Pick<Draft, "key" | "tab">): Promise<void> {
    this.drafts.delete(`${key} ${tab}`);
  }

  claim(tab: string): () => void {
    this.open.add(tab);
    return () => this.open.delete(tab);
  }

  async isClaimed(tab: string): Promise<boolean> {
    return this.open.has(tab);
  }
}
