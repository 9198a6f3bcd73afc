import type { Graph } from "../../../codegen/schema/graph.ts";
import type { SaveState } from "../screen.ts";
import { keepIdentity } from "../model/keep-identity.ts";
import type { Conflict } from "../model/merge/merge-graphs.ts";
import { mergeGraphs } from "../model/merge/merge-graphs.ts";
import { takeTheirs } from "../model/merge/take-theirs.ts";
import { sameJson } from "../model/same-json.ts";
import type { Autosave, AutosaveOptions, SaveStatus } from "./autosave.ts";
import type { Draft } from "./draft-storage.ts";
import type { SaveProblem, SendResult, ServerState } from "./send.ts";

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
  /** The graphs of saves that nobody has answered yet, or never will: the server may have one of them. */
  #sent: readonly Graph[] = [];
  /** What is in conflict with mine, while it is. */
  #theirs: ServerState | undefined;
  #conflicts: readonly Conflict[] = [];
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
    const release = options.storage.claim(options.tab);
    const unsubscribe = options.editor.subscribe(() => this.#look());
    this.#stop = () => {
      unsubscribe();
      release();
    };
    if (this.#isDirty()) this.#edited();
  }

  get status(): SaveStatus {
    return this.#status;
  }

  async restore(): Promise<void> {
    const { storage, editor, labels, tab } = this.#options;
    const drafts = await storage.list(this.#key).catch((): readonly Draft[] => []);
    for (const draft of drafts) {
      const isOwn = draft.tab === tab;
      if (!isOwn && (await storage.isClaimed(draft.tab).catch(() => false))) continue;
      if (this.#isDirty()) await this.saveNow();
      if (this.#isDisposed || this.#theirs || this.#isDirty()) return;
      const server: ServerState = { revision: this.#revision, graph: this.#base, updatedBy: null };
      const { graph, conflicts } = mergeGraphs(draft.base, draft.graph, server.graph);
      // With conflicts it is as if the draft had been open here and somebody had saved what is open: the person decides.
      if (conflicts.length > 0) this.#base = draft.base;
      const restored = conflicts.length > 0 ? draft.graph : graph;
      editor.edit({ label: labels.restore, source: "server" }, (now) => keepIdentity(now, restored));
      if (conflicts.length > 0) this.#enterConflict(server, conflicts);
      this.#keepNow();
      await this.#kept;
      if (!isOwn) await storage.remove(draft).catch(() => undefined);
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
    const { graph } = this.#options.editor.state;
    if (!this.#isDirty() || this.#theirs || this.#sent.includes(graph)) return;
    this.#keepNow();
    void this.#send(graph, true);
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
    this.flush();
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
    if (this.#theirs) this.#compare(this.#theirs);
    else if (!this.#isOffline) this.#schedule();
    this.#publish();
  }

  /** What is still in conflict after an edit; without any the person has decided by hand. */
  #compare(theirs: ServerState): void {
    this.#conflicts = mergeGraphs(this.#base, this.#options.editor.state.graph, theirs.graph).conflicts;
    // Not inside of the edit that led here.
    if (this.#conflicts.length === 0) queueMicrotask(() => this.resolve(() => "mine"));
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

  /** A save, and another one at once where it was somebody else's turn and both are together now. */
  async #saveOnce(): Promise<void> {
    for (let round = 0; round < 3 && this.#isDirty() && !this.#theirs; round++) {
      this.#firstUnsaved = undefined;
      const kind = await this.#send(this.#options.editor.state.graph, false);
      if (kind !== "changed") return;
    }
  }

  async #send(graph: Graph, last: boolean): Promise<SendResult["kind"]> {
    this.#sent = [...this.#sent, graph];
    const result = await this.#options.send.save({ revision: this.#revision, graph }, { last });
    this.#settle(graph, result);
    return result.kind;
  }

  #settle(graph: Graph, result: SendResult): void {
    if (this.#isDisposed) {
      if (result.kind === "saved") void this.#forget();
      return;
    }
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
        this.#sent = this.#sent.filter((other) => other !== graph);
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
    this.#sent = [];
    if (!this.#isDirty()) void this.#forget();
  }

  /** Brings in what somebody else saved, or finds that it was us. */
  #bringIn(server: ServerState): void {
    const { editor, labels, onMerged } = this.#options;
    if (server.revision <= this.#revision) return;
    const own = this.#sent.find((graph) => sameJson(graph, server.graph));
    if (own) {
      this.#adopt(server.revision, own);
      return;
    }
    const { graph, conflicts, dropped } = mergeGraphs(this.#base, editor.state.graph, server.graph);
    if (conflicts.length > 0) {
      this.#enterConflict(server, conflicts);
      return;
    }
    this.#revision = server.revision;
    this.#base = server.graph;
    this.#sent = [];
    const name = server.updatedBy?.name;
    editor.edit({ label: labels.merge(name), source: "server" }, (now) => keepIdentity(now, graph));
    if (!this.#isDirty()) void this.#forget();
    onMerged?.({ by: name, dropped: dropped.length });
    this.#publish();
  }

  #enterConflict(theirs: ServerState, conflicts: readonly Conflict[]): void {
    clearTimeout(this.#timer);
    this.#theirs = theirs;
    this.#sent = [];
    this.#conflicts = conflicts;
    this.#keepNow();
    this.#publish();
  }

  #leaveConflict(theirs: ServerState): void {
    this.#theirs = undefined;
    this.#revision = theirs.revision;
    this.#base = theirs.graph;
    this.#conflicts = [];
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
    const next: SaveStatus = {
      state: this.#findState(),
      revision: this.#revision,
      conflicts: this.#conflicts,
      updatedBy: this.#theirs?.updatedBy ?? null,
      problem: this.#problem,
    };
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
