"use client";
import { useAtomValue } from "jotai";
import dynamic from "next/dynamic";
import { configOf } from "../../../../codegen/schema/node-facts.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
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

const SOURCE = ["source"];

/** The source of a code node, under the names it may read and their types. */
export function CodeSource() {
  const { node, change, readOnly } = useNodeForm();
  const diagnostics = useAtomValue(diagnosticsAtom);
  const { current } = useScopeAt(SOURCE);
  const config = configOf(node);
  const source = typeof config["source"] === "string" ? config["source"] : "";
  const inputs = config["inputs"] !== null && typeof config["inputs"] === "object" ? Object.keys(config["inputs"] ?? {}) : [];
  const typeOf = (name: string): string => current?.entries.find((entry) => entry.name === name && entry.kind !== "global")?.type ?? "any";
  const parameters = inputs.map((name) => `${name}: ${typeOf(name)}`);
  const lib = inputs.map((name) => `declare const ${name}: ${typeOf(name)};`).join("\n");
  return (
    <FieldFrame id="code-source" label={text.control.source} name="source" help={text.control.sourceHelp}>
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
