"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { jsonText } from "../text/json.ts";
import { Button } from "../ui/button.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Spinner } from "../ui/spinner.tsx";
import type { TextKind } from "./text-kinds.ts";
import { textKind } from "./text-kinds.ts";

const Markdown = dynamic(() => import("./markdown.tsx").then((module) => module.Markdown), { loading: () => <Spinner /> });

/** A long text, a picture or Markdown, shown whole. */
export function RichText({ text }: { readonly text: string }) {
  const kind = textKind(text);
  const [view, setView] = useState<"text" | "rich">(kind === "plain" ? "text" : "rich");
  return (
    <div className="flex flex-col items-start gap-2 font-sans">
      {kind === "markdown" ? (
        <Segmented
          label={jsonText.textView}
          value={view}
          onChange={setView}
          options={[
            { value: "rich", label: jsonText.asMarkdown },
            { value: "text", label: jsonText.asText },
          ]}
        />
      ) : null}
      {view === "rich" ? <Rich kind={kind} text={text} /> : <PlainText text={text} />}
    </div>
  );
}

function Rich({ kind, text }: { readonly kind: TextKind; readonly text: string }) {
  if (kind === "markdown") return <Markdown text={text} />;
  if (kind === "dataImage") return <Picture address={text} />;
  return kind === "remoteImage" ? <RemotePicture address={text} /> : <PlainText text={text} />;
}

function PlainText({ text }: { readonly text: string }) {
  return (
    <pre className="max-h-96 w-full overflow-auto rounded-md border border-line bg-surface px-2.5 py-2 font-mono text-xs break-words whitespace-pre-wrap text-ink">
      {text}
    </pre>
  );
}

function Picture({ address, onFail }: { readonly address: string; readonly onFail?: () => void }) {
  return (
    // A picture out of a run's data: its size is not known, and it must not pass through a server that would fetch it.
    // oxlint-disable-next-line nextjs/no-img-element
    <img
      src={address}
      alt={jsonText.image}
      referrerPolicy="no-referrer"
      onError={onFail}
      className="max-h-72 max-w-full rounded-md border border-line bg-sunken object-contain"
    />
  );
}

/** Nothing is asked of another server before a person wants it: its address may tell who looks. */
function RemotePicture({ address }: { readonly address: string }) {
  const [state, setState] = useState<"asked" | "shown" | "failed">("asked");
  return (
    <div className="flex flex-col items-start gap-2">
      <a
        href={address}
        target="_blank"
        rel="noreferrer noopener"
        className="font-mono text-xs break-all text-accent underline underline-offset-2"
      >
        {address}
      </a>
      {state === "asked" ? (
        <Button size="sm" onClick={() => setState("shown")}>
          {jsonText.showImage}
        </Button>
      ) : null}
      {state === "shown" ? <Picture address={address} onFail={() => setState("failed")} /> : null}
      {state === "failed" ? <p className="text-xs text-muted">{jsonText.imageFailed}</p> : null}
    </div>
  );
}
