"use client";
import { useMutation } from "@tanstack/react-query";
import { ChevronRight, Sparkles } from "lucide-react";
import { useState } from "react";
import type { Json } from "../../../codegen/schema/json.ts";
import { inferSchema } from "../../../codegen/types/infer-schema.ts";
import { printSchemaType } from "../../../codegen/types/print-type.ts";
import { api } from "../../api/client.ts";
import { inspectorText } from "../../text/inspector.ts";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { Problem } from "../../ui/problem.tsx";
import { useOpenDocument } from "../document-context.tsx";
import type { FormSchema } from "./form/form-description.ts";
import { useNodeForm } from "./node-form.tsx";
import { findParameter, samplesOfParameter } from "./output-parameter.ts";
import { SchemaEditor } from "./schema/schema-editor.tsx";
import { useFieldData } from "./value/field-data.tsx";

const text = inspectorText.output;

/** The type of what a node gives, where only its user can know it: read from runs with one press, or said by hand. */
export function OutputSection({ output }: { readonly output: FormSchema | undefined }) {
  const { node, patch, readOnly } = useNodeForm();
  const { details, workspace } = useOpenDocument();
  const { samples } = useFieldData();
  const [isEditing, setEditing] = useState(false);
  const [isOpen, setOpen] = useState(node.output !== undefined);
  const path = findParameter(output);
  const infer = useMutation({
    mutationFn: async () => {
      if (details.live !== null) {
        // Fifty runs tell more than one; without any of the live version the last one is what there is.
        const told = await api("POST /api/workflows/{name}/types", {
          workspace,
          params: { name: details.name },
          body: { node: node.id },
        }).catch(() => undefined);
        if (told?.place === "output") return { schema: told.schema as { [key: string]: Json }, count: told.samples };
      }
      const seen = samplesOfParameter(samples, node.id, path ?? []);
      if (seen.length === 0) throw new Error(text.noSamples);
      return { schema: { ...inferSchema(seen) }, count: 1 };
    },
    onSuccess: ({ schema }) => patch({ output: schema }, inspectorText.edits.output),
  });
  if (path === undefined) return null;
  const known = node.output;
  const set = (next: { readonly [key: string]: Json } | undefined): void =>
    patch({ output: next && { ...next } }, inspectorText.edits.output);
  return (
    <section className="border-t border-line px-4 py-3">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex w-full items-center gap-1 rounded-sm text-xs font-medium text-muted hover:text-ink"
        >
          <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", isOpen ? "rotate-90" : "")} />
          {text.title}
          <span className="ml-auto truncate pl-4 font-mono text-2xs font-normal text-faint">
            {known ? oneLine(printSchemaType(known)) : "any"}
          </span>
        </button>
      </h3>
      {isOpen ? (
        <div className="mt-3 flex flex-col gap-2">
          {known ? (
            <pre className="max-h-64 overflow-auto rounded-md bg-sunken px-2.5 py-2 font-mono text-2xs text-ink">
              {printSchemaType(known)}
            </pre>
          ) : (
            <p className="text-xs text-muted">{text.unknown}</p>
          )}
          {readOnly ? null : (
            <div className="flex flex-wrap gap-2">
              <Button size="sm" onClick={() => infer.mutate()} disabled={infer.isPending}>
                <Sparkles aria-hidden />
                {infer.isPending ? text.inferring : text.infer}
              </Button>
              <Button size="sm" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
                {known ? text.edit : text.describe}
              </Button>
              {known ? (
                <Button size="sm" look="ghost" onClick={() => set(undefined)}>
                  {text.remove}
                </Button>
              ) : null}
            </div>
          )}
          {infer.isError ? <Problem error={infer.error} /> : null}
          {infer.isSuccess && known ? <output className="text-xs text-muted">{text.inferred(infer.data.count)}</output> : null}
          {isEditing ? <SchemaEditor schema={known} onChange={set} label={text.title} isOutput /> : null}
        </div>
      ) : null}
    </section>
  );
}

function oneLine(type: string): string {
  return type.replace(/\s+/g, " ");
}
