"use client";
import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { isApiError } from "../../../api/api-error.ts";
import { api } from "../../../api/client.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { Combobox } from "../../../ui/combobox.tsx";
import { Input } from "../../../ui/input.tsx";
import { Spinner } from "../../../ui/spinner.tsx";
import { useOpenDocument } from "../../document-context.tsx";
import { useNodeForm } from "../node-form.tsx";
import type { FormShape } from "./form-description.ts";
import { holdsExpression } from "./literal-problem.ts";
import type { ControlProps } from "./nested.tsx";

/** A choice that the service is asked for when it is opened: my channels, my repositories. What is typed is taken too. */
export function OptionsControl({ value, onChange, path, label, id, placeholder }: ControlProps<Extract<FormShape, { kind: "text" }>>) {
  const { node, readOnly } = useNodeForm();
  const { workspace } = useOpenDocument();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const field = String(path[0] ?? "");
  const filled = Object.fromEntries(Object.entries(node.config ?? {}).filter(([name, held]) => name !== field && !holdsExpression(held)));
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["field-options", workspace, node.kind, field, node.connection, filled],
    queryFn: ({ signal }) =>
      api("POST /api/actions/{kind}/options", {
        workspace,
        signal,
        params: { kind: node.kind },
        body: { field, input: filled, ...(node.connection === undefined ? {} : { connection: node.connection }) },
      }),
    enabled: isOpen,
    staleTime: 60_000,
  });
  const held = value === undefined ? undefined : String(value);
  if (readOnly) return <Input readOnly aria-label={label} value={held ?? ""} />;
  const loaded = (data?.options ?? []).map((option) => ({ value: String(option.value), label: option.label }));
  const isNew = typed.trim() !== "" && !loaded.some((option) => option.value === typed.trim());
  const options = [...loaded, ...(isNew ? [{ value: typed.trim(), label: text.fields.use(typed.trim()) }] : [])];
  const problem = isApiError(error) ? `${error.message} ${error.hint ?? ""}` : error?.message;
  return (
    <Combobox
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={held}
      onChange={(next) => {
        onChange(next);
        setTyped("");
      }}
      options={options}
      placeholder={placeholder === undefined || placeholder === "" ? text.fields.loaded : placeholder}
      onSearch={setTyped}
      onOpenChange={setOpen}
      empty={isFetching ? <Spinner label={text.fields.loading} /> : problem === undefined ? text.fields.noOptions : null}
      footer={
        <div className="flex items-start gap-2 px-1">
          <p className="min-w-0 flex-1 py-1 text-xs text-bad" aria-live="polite">
            {isFetching ? "" : problem}
          </p>
          <Button look="ghost" size="sm" onClick={() => void refetch()} disabled={isFetching}>
            <RotateCw aria-hidden className={isFetching ? "animate-spin" : ""} />
            {text.fields.refresh}
          </Button>
        </div>
      }
    />
  );
}
