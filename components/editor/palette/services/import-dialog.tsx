"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportAnswer } from "../../../../lib/api/service-schemas.ts";
import { isApiError } from "../../../api/api-error.ts";
import { api } from "../../../api/client.ts";
import { paletteText } from "../../../text/palette.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input, Textarea } from "../../../ui/input.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { toast } from "../../../ui/toast.ts";
import { useOpenDocument } from "../../document-context.tsx";
import { OperationList } from "./operation-list.tsx";

const text = paletteText.services.import;

/** Makes a service of an OpenAPI document: where it is, which of its operations, what it is called. */
export function ImportDialog({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (label: string) => void }) {
  const { workspace } = useOpenDocument();
  const [from, setFrom] = useState<"url" | "text">("url");
  const [url, setUrl] = useState("");
  const [document, setDocument] = useState("");
  const [operations, setOperations] = useState<NonNullable<ImportAnswer["operations"]>>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState("");
  const [baseUrl, setBaseUrl] = useState("");
  const source = from === "url" ? { url: url.trim() } : { document };

  const read = useMutation({
    mutationFn: () => api("POST /api/services/import", { workspace, body: source }),
    onSuccess(answer) {
      setOperations(answer.operations ?? []);
      setChosen(new Set((answer.operations ?? []).filter(({ deprecated }) => !deprecated).map((operation) => operation.name)));
    },
  });
  const save = useMutation({
    mutationFn: () =>
      api("POST /api/services/import", {
        workspace,
        body: {
          ...source,
          operations: [...chosen],
          save: true,
          ...(name.trim() === "" ? {} : { name: name.trim() }),
          ...(baseUrl.trim() === "" ? {} : { baseUrl: baseUrl.trim() }),
        },
      }),
    onSuccess(answer) {
      const label = answer.saved?.label ?? answer.definition?.label ?? name;
      toast.success(text.saved(label));
      onAdded(label);
    },
  });
  const isReady = from === "url" ? /^https?:\/\/\S+$/.test(url.trim()) : document.trim() !== "";

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={text.title}
      description={text.description}
      size="lg"
      footer={
        operations ? (
          <>
            <Button onClick={() => setOperations(undefined)}>{text.again}</Button>
            <Button look="solid" disabled={chosen.size === 0 || save.isPending} onClick={() => save.mutate()}>
              {text.save(chosen.size)}
            </Button>
          </>
        ) : (
          <Button look="solid" disabled={!isReady || read.isPending} onClick={() => read.mutate()}>
            {read.isPending ? text.reading : text.read}
          </Button>
        )
      }
    >
      {operations ? (
        <div className="flex flex-col gap-4">
          <OperationList operations={operations} chosen={chosen} onChange={setChosen} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={text.name} help={text.nameHelp} optional>
              {(attributes) => (
                <Input {...attributes} value={name} spellCheck={false} onChange={(event) => setName(event.currentTarget.value)} />
              )}
            </Field>
            <Field label={text.baseUrl} help={text.baseUrlHelp} optional>
              {(attributes) => (
                <Input {...attributes} value={baseUrl} inputMode="url" onChange={(event) => setBaseUrl(event.currentTarget.value)} />
              )}
            </Field>
          </div>
          <Problem error={save.error} />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <Segmented
            label={text.from}
            value={from}
            onChange={setFrom}
            options={[
              { value: "url", label: text.url },
              { value: "text", label: text.text },
            ]}
          />
          {from === "url" ? (
            <Field label={text.url} help={text.urlHelp}>
              {(attributes) => (
                <Input
                  {...attributes}
                  value={url}
                  inputMode="url"
                  placeholder="https://api.example.com/openapi.json"
                  onChange={(event) => setUrl(event.currentTarget.value)}
                  onKeyDown={(event) => event.key === "Enter" && isReady && read.mutate()}
                />
              )}
            </Field>
          ) : (
            <Field label={text.text} help={text.textHelp}>
              {(attributes) => (
                <Textarea
                  {...attributes}
                  value={document}
                  spellCheck={false}
                  className="h-56 font-mono text-xs!"
                  onChange={(event) => setDocument(event.currentTarget.value)}
                  onDrop={(event) => {
                    const [file] = event.dataTransfer.files;
                    if (!file) return;
                    event.preventDefault();
                    void file.text().then(setDocument);
                  }}
                />
              )}
            </Field>
          )}
          <Problem error={read.error} />
        </div>
      )}
    </Dialog>
  );
}

function Problem({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  return (
    <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
      {error.message} {isApiError(error) ? error.hint : ""}
    </p>
  );
}
