"use client";
import { CircleCheck } from "lucide-react";
import type { Published } from "../../../lib/api/schemas.ts";
import { publishText } from "../../text/publish.ts";
import { useOpenDocument } from "../document-context.tsx";
import { CopyLine } from "./copy-line.tsx";

/** What is live now, and how to call it. */
export function PublishedNotice({ published }: { readonly published: Published }) {
  const { details } = useOpenDocument();
  const text = publishText.dialog;
  const isCalled = details.trigger.on === "http";
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-2 text-sm">
        <CircleCheck aria-hidden className="size-5 shrink-0 text-good" />
        {published.created ? (isCalled ? text.reachable : text.noAddress) : text.known(published.version)}
      </p>
      {isCalled ? (
        <>
          <CopyLine label={text.address} value={published.url} />
          <CopyLine label={text.curl} value={details.curl} help={text.curlHelp} />
        </>
      ) : null}
    </div>
  );
}
