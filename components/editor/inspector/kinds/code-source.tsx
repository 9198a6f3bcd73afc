"use client";
import { useAtomValue } from "jotai";
import { Sparkles } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { configOf } from "../../../../codegen/schema/node-facts.ts";
import { assistText } from "../../../text/assist.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { Spinner } from "../../../ui/spinner.tsx";
import { FieldFrame } from "../form/field-frame.tsx";
import { useNodeForm } from "../node-form.tsx";
import { Note, Words } from "../value/field-notes.tsx";
import { problemsAt } from "../value/field-problems.ts";
import { diagnosticsAtom } from "../../screen.ts";
import { useScopeAt } from "../value/scope.tsx";

const CodeField = dynamic(async () => (await import("../../code/code-field.tsx")).CodeField, {
  ssr: false,
  loading: () => <div className="h-48 rounded-md border border-line bg-sunken" />,
});

const WriteCode = dynamic(async () => (await import("../../ai/write-code.tsx")).WriteCode, {
  ssr: false,
  loading: () => <Spinner label={assistText.loading} />,
});

const SOURCE = ["source"];

/** The source of a code node, under the names it may read and their types. */
export function CodeSource() {
  const { node, change, readOnly } = useNodeForm();
  const diagnostics = useAtomValue(diagnosticsAtom);
  const { current } = useScopeAt(SOURCE);
  const [asks, setAsks] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const config = configOf(node);
  const source = typeof config["source"] === "string" ? config["source"] : "";
  const inputs = config["inputs"] !== null && typeof config["inputs"] === "object" ? Object.keys(config["inputs"] ?? {}) : [];
  const typeOf = (name: string): string => current?.entries.find((entry) => entry.name === name && entry.kind !== "global")?.type ?? "any";
  const parameters = inputs.map((name) => `${name}: ${typeOf(name)}`);
  const lib = inputs.map((name) => `declare const ${name}: ${typeOf(name)};`).join("\n");
  return (
    <FieldFrame
      id="code-source"
      label={text.control.source}
      name="source"
      help={text.control.sourceHelp}
      aside={
        readOnly ? undefined : (
          <Button ref={button} look="ghost" size="sm" className="-mr-1.5 h-6" aria-expanded={asks} onClick={() => setAsks(!asks)}>
            <Sparkles aria-hidden className="size-3.5!" />
            {assistText.code.open}
          </Button>
        )
      }
    >
      {asks ? (
        <WriteCode
          source={source}
          onClose={() => {
            setAsks(false);
            button.current?.focus();
          }}
        />
      ) : null}
      <p className="overflow-x-auto rounded-t-md border border-b-0 border-line bg-sunken px-2.5 py-1 font-mono text-2xs whitespace-nowrap text-muted">
        async ({parameters.join(", ")}) {"=> {"}
      </p>
      <CodeField
        value={source}
        language="typescript"
        ariaLabel={text.control.source}
        declarations={lib}
        readOnly={readOnly}
        onChange={(next) => change(["source"], next, text.control.source.toLowerCase())}
      />
      {problemsAt(diagnostics, node.id, ["source"]).map(({ message, severity }) => (
        <Note key={message} severity={severity}>
          <Words>{message}</Words>
        </Note>
      ))}
    </FieldFrame>
  );
}
