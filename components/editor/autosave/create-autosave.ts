import type { Graph } from "../../../codegen/schema/graph.ts";
import type { SaveState } from "../screen.ts";
import type { Editor } from "../model/editor.ts";
import { keepIdentity } from "../model/keep-identity.ts";
import type { Conflict } from "../model/merge/merge-graphs.ts";
import { mergeGraphs } from "../model/merge/merge-graphs.ts";
import { takeTheirs } from "../model/merge/take-theirs.ts";
import { sameJson } from "../model/same-json.ts";
import type { Draft, DraftStorage } from "./draft-storage.ts";
import type { SaveProblem, Send, SendResult, ServerState } from "./send.ts";

export interface AutosaveOptions {
  /** The document, and where it is. */
  readonly id: string;
  readonly workspace: string;
  readonly editor: Editor;
  /** What the server had when the document was opened. */
  readonly revision: number;
  readonly saved: Graph;
  readonly storage: DraftStorage;
  readonly send: Send;
  /** A name of this tab that no other one has. */
  readonly tab: string;
  /** Called after every change of `status`. */
  readonly onStatus: (status: SaveStatus) => void;
  /** Called when the server has a new revision of ours: other tabs want to know. */
  readonly onSaved?: (revision: number) => void;
  /** Called when changes of others were brought in, with what of the edges could not be kept. */
  readonly onMerged?: (merged: { readonly by: string | undefined; readonly dropped: number }) => void;
  /** Words for the undo step that brings in changes of a person (of somebody else, when undefined) or unsent edits. */
  readonly labels: { readonly merge: (name: string | undefined) => string; readonly restore: string; readonly takeTheirs: string };
}

/** How saving goes, and what it waits for. */
export interface SaveStatus {
  readonly state: SaveState;
  readonly revision: number;
  /** In state `conflict`: what both say, field by field, and who said the other. */
  readonly conflicts: readonly Conflict[];
  readonly updatedBy: ServerState["updatedBy"];
  /** Why the server refuses the document, until it has changed. */
  readonly problem: SaveProblem | undefined;
}

export interface Autosave {
  readonly status: SaveStatus;
  /** Brings in what was left unsent by a tab that is gone. Call it once, after the document was opened. */
  restore(): Promise<void>;
  /** Saves now what is unsaved: a shortcut, a run, a publication. Resolves when it is saved, refused or cannot be. */
  saveNow(): Promise<SaveStatus>;
  /** Sends what is unsaved while the page goes away. */
  flush(): void;
  /** Tries again at once: the network is back. */
  retry(): void;
  /** Looks whether the server has another revision (the one named, or any) and brings it in, unless a save will find out anyway. */
  refresh(revision?: number): Promise<void>;
  /** Ends a conflict: mine or theirs for each. All else that they changed is kept. */
  resolve(choose: (conflict: Conflict) => "mine" | "theirs"): void;
  /** Ends a conflict with the whole document as they have it; undo brings mine back. */
  takeAllTheirs(): void;
  dispose(): void;
}

/** Milliseconds after the last edit that it is saved, */
const PAUSE = 600;
/** and after the first unsaved one, while somebody goes on editing. */
const LONGEST = 5_000;
/** After an edit until it is kept in the browser. */
const KEEP_PAUSE = 200;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

/**
 * Keeps a document saved. Each save names the revision it was made on, so that nobody is overwritten: what others saved meanwhile is merged in
 * as one undo step, and where both changed the same, the person decides before anything is sent.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  return new Saver(options);
}

class Saver implements Autosave {
  readonly #options: AutosaveOptions;
  readonly #key: string;
  readonly #stop: () => void;
  #status: SaveStatus;
  /** What the server has. */
  #base: Graph;
  #revision: number;
  /** The graph of a save nobody has answered yet, or never will: the server may have it. */
  #sent: Graph | undefined;
  #theirs: ServerState | undefined;
  #seen: Graph;
  #running: Promise<void> | undefined;
  #isOffline = false;
  #retryAfter = FIRST_RETRY;
  #problem: SaveProblem | undefined;
  #firstUnsaved: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #kept = Promise.resolve();
  #isKept = false;
  #isDisposed = false;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#key = `${options.workspace}/${options.id}`;
    this.#base = options.saved;
    this.#revision = options.revision;
    this.#seen = options.editor.state.graph;
    this.#status = { state: "saved", revision: options.revision, conflicts: [], updatedBy: null, problem: undefined };
    options.storage.claim(options.tab);
    this.#stop = options.editor.subscribe(() => this.#look());
    if (this.#isDirty()) this.#edited();
  }

  get status(): SaveStatus {
    return this.#status;
  }

  async restore(): Promise<void> {
    const { storage, editor, labels } = this.#options;
    const drafts = await storage.list(this.#key).catch((): readonly Draft[] => []);
    for (const draft of drafts) {
      if (this.#isDisposed || draft.tab === this.#options.tab || (await storage.isClaimed(draft.tab).catch(() => false))) continue;
      const current = editor.state.graph;
      const { graph, conflicts } = mergeGraphs(draft.base, draft.graph, current);
      if (conflicts.length > 0) {
        // The same as if the draft were open here and the server had what is open: the person decides.
        const theirs = { revision: this.#revision, graph: current, updatedBy: null };
        this.#base = draft.base;
        editor.edit({ label: labels.restore, source: "server" }, (now) => keepIdentity(now, draft.graph));
        this.#enterConflict(theirs, conflicts);
      } else editor.edit({ label: labels.restore, source: "server" }, (now) => keepIdentity(now, graph));
      await storage.remove(draft).catch(() => undefined);
      if (conflicts.length > 0) return;
    }
  }

  async saveNow(): Promise<SaveStatus> {
    this.#problem = undefined;
    // What was edited while a save was under way needs another one.
    for (let rounds = 0; rounds < 3 && this.#isDirty() && !this.#theirs; rounds++) {
      await this.#save();
      if (this.#isOffline || this.#problem) break;
    }
    return this.#status;
  }

  flush(): void {
    if (!this.#isDirty() || this.#theirs) return;
    this.#keepNow();
    const { graph } = this.#options.editor.state;
    const revision = this.#revision;
    // A save under way may come before this one, which is then refused and found here again.
    this.#sent = graph;
    void this.#options.send.save({ revision, graph }, { last: true }).then((result) => this.#settle(graph, result));
  }

  retry(): void {
    if (!this.#isOffline) return;
    this.#retryAfter = FIRST_RETRY;
    void this.#save();
  }

  async refresh(revision?: number): Promise<void> {
    if (this.#isBusy() || (revision !== undefined && revision <= this.#revision)) return;
    const server = await this.#options.send.load();
    if (!server || server.revision <= this.#revision || this.#isBusy()) return;
    this.#bringIn(server);
  }

  resolve(choose: (conflict: Conflict) => "mine" | "theirs"): void {
    const theirs = this.#theirs;
    if (!theirs) return;
    const { editor, labels } = this.#options;
    const { graph, conflicts } = mergeGraphs(this.#base, editor.state.graph, theirs.graph);
    const chosen = conflicts.filter((conflict) => choose(conflict) === "theirs").reduce(takeTheirs, graph);
    this.#leaveConflict(theirs);
    editor.edit({ label: labels.merge(theirs.updatedBy?.name), source: "server" }, (now) => keepIdentity(now, chosen));
    this.#continue();
  }

  takeAllTheirs(): void {
    const theirs = this.#theirs;
    if (!theirs) return;
    this.#leaveConflict(theirs);
    this.#options.editor.edit({ label: this.#options.labels.takeTheirs, source: "server" }, (now) => keepIdentity(now, theirs.graph));
    this.#continue();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stop();
    clearTimeout(this.#timer);
    clearTimeout(this.#keepTimer);
  }

  #look(): void {
    const { graph } = this.#options.editor.state;
    if (graph === this.#seen) return;
    this.#seen = graph;
    this.#problem = undefined;
    this.#edited();
  }

  /** Schedules what an edit needs, or takes it back: undo may lead to what is saved. */
  #edited(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => this.#keepNow(), KEEP_PAUSE);
    if (!this.#theirs && !this.#isOffline) this.#schedule();
    this.#publish();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#isDirty()) {
      this.#firstUnsaved = undefined;
      return;
    }
    this.#firstUnsaved ??= Date.now();
    const wait = Math.min(PAUSE, this.#firstUnsaved + LONGEST - Date.now());
    this.#timer = setTimeout(() => void this.#save(), Math.max(0, wait));
  }

  /** One save at a time: whoever comes meanwhile waits for it. */
  #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#saveOnce().finally(() => {
      this.#running = undefined;
      if (!this.#isDisposed && !this.#isOffline && !this.#theirs && !this.#problem) this.#schedule();
      this.#publish();
    });
    this.#publish();
    return this.#running;
  }

  async #saveOnce(): Promise<void> {
    if (!this.#isDirty() || this.#theirs) return;
    const { graph } = this.#options.editor.state;
    this.#firstUnsaved = undefined;
    const before = this.#sent;
    this.#sent = graph;
    const result = await this.#options.send.save({ revision: this.#revision, graph }, { last: false });
    // The answer to this save says nothing of an earlier one that nobody answered.
    if (result.kind === "unreachable" && before) this.#sent = before;
    this.#settle(graph, result);
  }

  #settle(graph: Graph, result: SendResult): void {
    if (this.#isDisposed) return;
    this.#isOffline = result.kind === "unreachable";
    if (!this.#isOffline) this.#retryAfter = FIRST_RETRY;
    switch (result.kind) {
      case "saved":
        this.#adopt(result.revision, graph);
        this.#options.onSaved?.(result.revision);
        break;
      case "changed":
        this.#bringIn(result.server);
        break;
      case "refused":
        this.#sent = undefined;
        this.#problem = result.problem;
        break;
      case "unreachable":
        this.#retryLater();
        break;
    }
    this.#publish();
  }

  #retryLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), this.#retryAfter);
    this.#retryAfter = Math.min(this.#retryAfter * 2, LAST_RETRY);
  }

  /** The server has this graph. */
  #adopt(revision: number, graph: Graph): void {
    if (revision <= this.#revision) return;
    this.#revision = revision;
    this.#base = graph;
    this.#sent = undefined;
    if (!this.#isDirty()) void this.#forget();
  }

  /** Brings in what somebody else saved, or finds that it was us. */
  #bringIn(server: ServerState): void {
    const { editor, labels, onMerged } = this.#options;
    if (server.revision <= this.#revision) return;
    if (this.#sent && sameJson(this.#sent, server.graph)) {
      this.#adopt(server.revision, this.#sent);
      return;
    }
    const { graph, conflicts, dropped } = mergeGraphs(this.#base, editor.state.graph, server.graph);
    if (conflicts.length > 0) {
      this.#enterConflict(server, conflicts);
      return;
    }
    this.#revision = server.revision;
    this.#base = server.graph;
    this.#sent = undefined;
    const name = server.updatedBy?.name;
    editor.edit({ label: labels.merge(name), source: "server" }, (now) => keepIdentity(now, graph));
    if (!this.#isDirty()) void this.#forget();
    onMerged?.({ by: name, dropped: dropped.length });
    this.#publish();
  }

  #enterConflict(theirs: ServerState, conflicts: readonly Conflict[]): void {
    clearTimeout(this.#timer);
    this.#theirs = theirs;
    this.#sent = undefined;
    this.#status = { ...this.#status, conflicts, updatedBy: theirs.updatedBy };
    this.#keepNow();
    this.#publish();
  }

  #leaveConflict(theirs: ServerState): void {
    this.#theirs = undefined;
    this.#revision = theirs.revision;
    this.#base = theirs.graph;
    this.#status = { ...this.#status, conflicts: [], updatedBy: null };
  }

  #continue(): void {
    if (this.#isDirty()) void this.#save();
    else void this.#forget();
    this.#publish();
  }

  /** Keeps what is unsaved in the browser, or forgets it when nothing is. */
  #keepNow(): void {
    clearTimeout(this.#keepTimer);
    if (!this.#isDirty()) {
      void this.#forget();
      return;
    }
    const { storage, tab, editor } = this.#options;
    const draft: Draft = {
      key: this.#key,
      tab,
      revision: this.#revision,
      base: this.#base,
      graph: editor.state.graph,
      savedAt: Date.now(),
    };
    this.#isKept = true;
    this.#kept = this.#kept.then(() => storage.put(draft)).catch(() => undefined);
  }

  #forget(): Promise<void> {
    if (!this.#isKept) return this.#kept;
    this.#isKept = false;
    const { storage, tab } = this.#options;
    this.#kept = this.#kept.then(() => storage.remove({ key: this.#key, tab })).catch(() => undefined);
    return this.#kept;
  }

  #isDirty(): boolean {
    const { graph } = this.#options.editor.state;
    return graph !== this.#base && !sameJson(graph, this.#base);
  }

  /** Whether a save is under way or to come, which finds out itself what others did. */
  #isBusy(): boolean {
    return this.#running !== undefined || this.#theirs !== undefined || this.#isDirty();
  }

  #publish(): void {
    if (this.#isDisposed) return;
    const next: SaveStatus = { ...this.#status, state: this.#findState(), revision: this.#revision, problem: this.#problem };
    if (sameJson(next, this.#status)) return;
    this.#status = next;
    this.#options.onStatus(next);
  }

  #findState(): SaveState {
    if (this.#theirs) return "conflict";
    if (!this.#isDirty()) return "saved";
    if (this.#isOffline) return "offline";
    return this.#running ? "saving" : "unsaved";
  }
}
