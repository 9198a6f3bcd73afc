"use client";
import { useMemo } from "react";
import { pathExpression } from "../../json/json-path.ts";
import { asText } from "../../json/json-table-data.ts";
import { runsText } from "../../text/runs.ts";
import { MOST_CHANGES, diffJson } from "./diff-json.ts";

/** Where two values differ, path by path. */
export function ValueDiff({ before, after, root = "" }: { readonly before: unknown; readonly after: unknown; readonly root?: string }) {
  const changes = useMemo(() => diffJson(before, after), [before, after]);
  const text = runsText.compare;
  if (changes.length === 0) return <p className="text-xs text-muted">{text.equal}</p>;
  return (
    <>
      <dl className="flex flex-col gap-1 text-xs">
        {changes.map(({ path, kind, before: left, after: right }) => {
          const at = pathExpression(root, path);
          return (
            <div key={at} className="grid gap-x-3 gap-y-0.5 md:grid-cols-[minmax(8rem,16rem)_minmax(0,1fr)_minmax(0,1fr)]">
              <dt className="truncate py-0.5 font-mono text-muted" title={at}>
                {at === "" ? text[kind] : at}
              </dt>
              <Side value={left} isThere={kind !== "added"} tone="bg-bad-soft" missing={text.added} />
              <Side value={right} isThere={kind !== "removed"} tone="bg-good-soft" missing={text.removed} />
            </div>
          );
        })}
      </dl>
      {changes.length >= MOST_CHANGES ? <p className="mt-1 text-xs text-muted">{text.tooMany}</p> : null}
    </>
  );
}

function Side({
  value,
  isThere,
  tone,
  missing,
}: {
  readonly value: unknown;
  readonly isThere: boolean;
  readonly tone: string;
  readonly missing: string;
}) {
  if (!isThere) return <dd className="px-1.5 py-0.5 text-faint italic">{missing}</dd>;
  const text = asText(value);
  return (
    <dd className={`rounded-sm px-1.5 py-0.5 font-mono break-words ${tone}`}>{text.length > 400 ? `${text.slice(0, 400)}…` : text}</dd>
  );
}
