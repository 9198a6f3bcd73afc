import type { Draft, DraftStorage } from "./draft-storage.ts";

const DATABASE = "weft";
const STORE = "drafts";
const LOCK = "weft-tab:";

/** Drafts in the browser's own database. A tab that is open holds a lock, so that others leave its drafts to it. */
export function createIndexedDrafts(): DraftStorage {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    opened ??= openDatabase();
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => (await open()).transaction(STORE, mode).objectStore(STORE);
  return {
    async list(key) {
      // Only this file writes them.
      const drafts = (await settle((await store("readonly")).index("key").getAll(key))) as Draft[];
      return drafts.toSorted((a, b) => a.savedAt - b.savedAt);
    },
    async put(draft) {
      await settle((await store("readwrite")).put(draft));
    },
    async remove({ key, tab }) {
      await settle((await store("readwrite")).delete([key, tab]));
    },
    claim(tab) {
      const held = Promise.withResolvers<void>();
      // Without locks (an address that is not secure) two tabs may send the same edits, which merge to the same.
      void navigator.locks?.request(LOCK + tab, () => held.promise);
      return held.resolve;
    },
    async isClaimed(tab) {
      const state = await navigator.locks?.query();
      return state?.held?.some((lock) => lock.name === LOCK + tab) ?? false;
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(STORE, { keyPath: ["key", "tab"] }).createIndex("key", "key");
  });
  return settle(request);
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser's database failed.")));
  });
}
