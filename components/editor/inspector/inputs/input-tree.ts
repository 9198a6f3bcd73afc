import type { FieldScope, ScopeEntry } from "../../../../codegen/types/field-scope.ts";
import type { Member } from "../../../../codegen/types/members.ts";
import type { PathStep } from "../value/segments.ts";
import { expressionOfPath } from "../value/segments.ts";

/** One line of the tree of inputs. */
export interface InputRow {
  readonly key: string;
  readonly depth: number;
  readonly name: string;
  /** What people call the node it comes from; of a top line only. */
  readonly label: string | undefined;
  readonly kind: ScopeEntry["kind"] | "field";
  readonly node: string | undefined;
  readonly words: string;
  readonly optional: boolean;
  readonly because: string | undefined;
  readonly hasMembers: boolean;
  readonly isOpen: boolean;
  readonly sample: unknown;
  readonly steps: readonly PathStep[];
  readonly expression: string;
}

/** How deep a search looks. */
const DEEPEST = 5;

type MembersOf = (path: readonly (string | number)[]) => readonly Member[];

/** The lines that are in sight: of what is opened, or of what a search finds with what leads to it. */
export function inputRows(scope: FieldScope, membersOf: MembersOf, opened: ReadonlySet<string>, search: string): readonly InputRow[] {
  const wanted = search.trim().toLowerCase();
  return scope.entries.filter(({ kind }) => kind !== "global").flatMap((entry) => entryRows(entry, membersOf, opened, wanted));
}

function entryRows(entry: ScopeEntry, membersOf: MembersOf, opened: ReadonlySet<string>, wanted: string): readonly InputRow[] {
  const steps: readonly PathStep[] = [{ name: entry.name, optional: entry.optional }];
  const isHit = matches(wanted, entry.name) || matches(wanted, entry.label ?? "");
  const inner = entry.hasMembers ? below(steps, 1, membersOf, opened, wanted, isHit) : [];
  if (wanted !== "" && !isHit && inner.length === 0) return [];
  const row: InputRow = {
    key: entry.name,
    depth: 0,
    name: entry.name,
    label: entry.label,
    kind: entry.kind,
    node: entry.node,
    words: entry.words,
    optional: entry.optional,
    because: entry.because,
    hasMembers: entry.hasMembers,
    isOpen: inner.length > 0,
    sample: entry.sample,
    steps,
    expression: expressionOfPath(steps),
  };
  return [row, ...inner];
}

function below(
  steps: readonly PathStep[],
  depth: number,
  membersOf: MembersOf,
  opened: ReadonlySet<string>,
  wanted: string,
  isHit: boolean,
): readonly InputRow[] {
  const key = keyOf(steps);
  const isOpen = opened.has(key);
  if (!isOpen && (wanted === "" || depth > DEEPEST)) return [];
  const members = membersOf(steps.map(({ name }) => name));
  const isList = members.some(({ name, kind }) => name === "map" && kind === "method");
  // Entries of a list are alike: its first stands for all.
  const shown = isList ? [firstItem] : members.filter(({ kind }) => kind === "field");
  return shown.flatMap((member): readonly InputRow[] => {
    const name = isList ? 0 : member.name;
    const path: readonly PathStep[] = [...steps, { name, optional: member.optional }];
    const hit = isHit || matches(wanted, member.name);
    const inner = member.hasMembers ? below(path, depth + 1, membersOf, opened, wanted, hit && wanted === "") : [];
    if (wanted !== "" && !isOpen && !matches(wanted, member.name) && inner.length === 0) return [];
    const row: InputRow = {
      key: keyOf(path),
      depth,
      name: isList ? "[0]" : member.name,
      label: undefined,
      kind: "field",
      node: undefined,
      words: member.words,
      optional: member.optional,
      because: undefined,
      hasMembers: member.hasMembers,
      isOpen: inner.length > 0,
      sample: member.sample,
      steps: path,
      expression: expressionOfPath(path),
    };
    return [row, ...inner];
  });
}

const firstItem: Member = { name: "0", kind: "field", type: "any", words: "an entry", optional: false, hasMembers: true };

/** The key of a line: its path. */
export function keyOf(steps: readonly PathStep[]): string {
  return steps.map(({ name }) => String(name)).join("\u0000");
}

function matches(wanted: string, name: string): boolean {
  return wanted !== "" && name.toLowerCase().includes(wanted);
}
