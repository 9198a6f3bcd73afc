"use client";
import { useState } from "react";
import type { DocumentSummary } from "../../lib/api/document-schemas.ts";
import { workflowsText } from "../text/workflows.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { toast } from "../ui/toast.ts";
import { titleOf } from "./filter-documents.ts";
import { useRemoveDocument } from "./use-documents.ts";

const { remove: text, done } = workflowsText;

interface Props {
  readonly document: DocumentSummary;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** What keeps the runs. */
  readonly onArchive: () => void;
}

/** Asks for the name before a workflow and its runs are gone. */
export function DeleteDialog(props: Props) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={text.title(titleOf(props.document))}
      description={text.text}
      size="sm"
    >
      <Form {...props} />
    </Dialog>
  );
}

function Form({ document, onOpenChange, onArchive }: Props) {
  const { id, name, archived } = document;
  const [typed, setTyped] = useState("");
  const remove = useRemoveDocument();
  const finish = (): void => {
    onOpenChange(false);
    toast(done.removed, { description: titleOf(document) });
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === name) remove.mutate({ id, name }, { onSuccess: finish });
      }}
    >
      <Field label={text.confirm(name)}>
        {(attributes) => (
          <Input {...attributes} value={typed} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      {remove.error ? <Problem error={remove.error} /> : null}
      <div className="flex justify-end gap-2">
        {archived ? null : (
          <Button
            onClick={() => {
              onOpenChange(false);
              onArchive();
            }}
          >
            {text.archive}
          </Button>
        )}
        <Button type="submit" look="danger" disabled={typed !== name || remove.isPending}>
          {text.submit}
        </Button>
      </div>
    </form>
  );
}
