"use client";
import { askText } from "../../text/ask.ts";
import { publishText } from "../../text/publish.ts";
import { edgeName, Entry, Fields } from "../publish/graph-changes.tsx";
import { summarizeNode, titleOf } from "../nodes/summarize-node.ts";
import type { ChangeList, ProposedChange } from "./list-changes.ts";
import { NodeLink } from "./node-link.tsx";

const text = askText.proposal;

interface ChangeChoiceProps {
  readonly list: ChangeList;
  readonly chosen: ReadonlySet<string>;
  /** Those of the chosen that can be made. */
  readonly taken: ReadonlySet<string>;
  readonly onChoose: (keys: readonly string[], isChosen: boolean) => void;
}

/** The changes of a proposal, each with a box. */
export function ChangeChoice({ list: { changes }, chosen, taken, onChoose }: ChangeChoiceProps) {
  const keys = changes.map(({ key }) => key);
  return (
    <section aria-label={text.changes} className="flex flex-col gap-2">
      <label className="flex items-center gap-2 px-2.5 text-xs font-medium">
        <input
          type="checkbox"
          className="size-4 accent-accent-fill"
          checked={taken.size === keys.length}
          ref={(box) => {
            if (box) box.indeterminate = taken.size > 0 && taken.size < keys.length;
          }}
          onChange={(event) => onChoose(keys, event.currentTarget.checked)}
        />
        {text.all}
        <span className="font-normal text-muted tabular-nums">{text.changesCount(taken.size, keys.length)}</span>
      </label>
      <ul className="flex flex-col gap-1.5">
        {changes.map((change) => (
          <Choice
            key={change.key}
            change={change}
            isTaken={taken.has(change.key)}
            isPossible={change.requires.every((key) => taken.has(key))}
            isChosen={chosen.has(change.key)}
            onChoose={(isChosen) => onChoose([change.key], isChosen)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  readonly change: ProposedChange;
  readonly isTaken: boolean;
  readonly isPossible: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Choice({ change, isTaken, isPossible, isChosen, onChoose }: ChoiceProps) {
  const { name, node, kind } = describe(change);
  const mark = markOf(change);
  const summary = change.kind === "added" ? summarizeNode(change.node) : "";
  return (
    <Entry
      mark={mark}
      name={node === undefined || !isTaken ? name : <NodeLink id={node}>{name}</NodeLink>}
      {...(kind === undefined ? {} : { kind })}
      {...(isPossible || !isChosen ? {} : { note: text.needs })}
      lead={
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-accent-fill"
          aria-label={text.take(`${publishText.diff[mark]}: ${name}`)}
          checked={isTaken}
          disabled={!isPossible}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      }
    >
      {change.kind === "changed" || change.kind === "workflow" ? <Fields fields={change.fields} /> : null}
      {summary === "" ? null : <p className="-mt-1 truncate pr-2.5 pb-1.5 pl-[3.875rem] text-xs text-muted">{summary}</p>}
    </Entry>
  );
}

function markOf({ kind }: ProposedChange): "added" | "removed" | "changed" {
  switch (kind) {
    case "added":
    case "connected":
      return "added";
    case "removed":
    case "disconnected":
      return "removed";
    case "workflow":
    case "changed":
    case "renamed":
      return "changed";
  }
}

function describe(change: ProposedChange): { readonly name: string; readonly node?: string; readonly kind?: string } {
  switch (change.kind) {
    case "workflow":
      return { name: text.workflow };
    case "renamed":
      return { name: text.renamed(change.from, change.to), node: change.to };
    case "added":
    case "changed":
    case "removed":
      return { name: titleOf(change.node), node: change.node.id, kind: change.node.kind };
    case "connected":
      return { name: `${publishText.diff.connected}: ${edgeName(change.edge)}` };
    case "disconnected":
      return { name: `${publishText.diff.disconnected}: ${edgeName(change.edge)}` };
  }
}
