import { savingText } from "../../text/saving.ts";
import type { Autosave, AutosaveOptions } from "./autosave.ts";
import { createAutosave } from "./create-autosave.ts";
import { createSend } from "./create-send.ts";
import { createIndexedDrafts } from "./indexed-drafts.ts";

/** Autosave of a document of ours: through the API, with drafts in the browser's database. */
export function openAutosave(options: Omit<AutosaveOptions, "storage" | "send" | "tab" | "labels">): Autosave {
  return createAutosave({
    ...options,
    storage: createIndexedDrafts(),
    send: createSend(options.id, options.workspace),
    // Not `randomUUID`, which browsers keep from pages without TLS.
    tab: Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(""),
    labels: savingText.labels,
  });
}
