"use client";
import { useState } from "react";
import type { DocumentSummary } from "../../lib/api/document-schemas.ts";
import { workflowsText } from "../text/workflows.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { titleOf } from "./filter-documents.ts";
import { useChangeDocument } from "./use-documents.ts";

const { organize: text } = workflowsText;

interface Props {
  readonly document: DocumentSummary;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Where a workflow stands in the list. */
export function OrganizeDialog(props: Props) {
  const { document, open, onOpenChange } = props;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text.title} description={titleOf(document)} size="sm">
      <Form {...props} />
    </Dialog>
  );
}

function Form({ document, onOpenChange }: Props) {
  const [folder, setFolder] = useState(document.folder);
  const [tags, setTags] = useState(document.tags.join(", "));
  const change = useChangeDocument();
  const submit = (): void =>
    change.mutate(
      {
        id: document.id,
        folder: cleanFolder(folder),
        tags: [
          ...new Set(
            tags
              .split(",")
              .map((tag) => tag.trim())
              .filter(Boolean),
          ),
        ],
      },
      { onSuccess: () => onOpenChange(false) },
    );
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={text.folder} help={text.folderHelp}>
        {(attributes) => <Input {...attributes} value={folder} maxLength={200} onChange={(event) => setFolder(event.target.value)} />}
      </Field>
      <Field label={text.tags} help={text.tagsHelp}>
        {(attributes) => <Input {...attributes} value={tags} onChange={(event) => setTags(event.target.value)} />}
      </Field>
      {change.error ? <Problem error={change.error} /> : null}
      <Button type="submit" look="solid" disabled={change.isPending}>
        {text.save}
      </Button>
    </form>
  );
}

/** Without blanks around names, and without empty ones. */
function cleanFolder(folder: string): string {
  return folder
    .split("/")
    .map((part) => part.trim())
    .filter(Boolean)
    .join("/");
}
