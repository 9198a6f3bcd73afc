"use client";
import { Ellipsis, Eye, GitCompareArrows, RotateCcw } from "lucide-react";
import { useState } from "react";
import type { DocumentVersion } from "../../../lib/api/document-schemas.ts";
import { sayWhy } from "../../api/say-why.ts";
import { formatExact, formatAgo } from "../../runs/format.ts";
import { useNow } from "../../runs/use-now.ts";
import { publishText } from "../../text/publish.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import type { MenuEntry } from "../../ui/menu.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { toast } from "../../ui/toast.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useRollBack, useVersions } from "./use-versions.ts";
import type { VersionLook } from "./version-dialog.tsx";
import { VersionDialog } from "./version-dialog.tsx";

/** The published versions: what each changed, who made it when, and the ways to look at it, compare it and make it live again. */
export function VersionsPanel() {
  const versions = useVersions();
  const [look, setLook] = useState<VersionLook>();
  const [rollsBack, setRollsBack] = useState<number>();
  const text = publishText.versions;
  return (
    <div className="flex flex-col">
      <h2 className="px-4 pt-3 pb-2 text-sm font-semibold">{text.title}</h2>
      {versions.error ? (
        <div className="px-4">
          <Problem error={versions.error} onRetry={() => void versions.refetch()} />
        </div>
      ) : versions.data === undefined ? (
        <div className="px-4">
          <Spinner />
        </div>
      ) : versions.data.length === 0 ? (
        <p className="px-4 text-sm text-muted">{text.none}</p>
      ) : (
        <ol>
          {versions.data.map((version) => (
            <VersionRow key={version.number} version={version} onLook={setLook} onRollBack={() => setRollsBack(version.number)} />
          ))}
        </ol>
      )}
      {look === undefined ? null : <VersionDialog look={look} onClose={() => setLook(undefined)} />}
      {rollsBack === undefined ? null : <RollBackDialog number={rollsBack} onClose={() => setRollsBack(undefined)} />}
    </div>
  );
}

interface VersionRowProps {
  readonly version: DocumentVersion;
  readonly onLook: (look: VersionLook) => void;
  readonly onRollBack: () => void;
}

function VersionRow({ version, onLook, onRollBack }: VersionRowProps) {
  const { details, canEdit } = useOpenDocument();
  const now = useNow(60_000);
  const text = publishText.versions;
  const { number, note, createdAt, createdBy, live } = version;
  const liveNumber = details.live?.version;
  const entries: MenuEntry[] = [
    { label: text.open, icon: <Eye aria-hidden />, onSelect: () => onLook({ number }) },
    { label: text.compareDraft, icon: <GitCompareArrows aria-hidden />, onSelect: () => onLook({ number, against: "draft" }) },
  ];
  if (liveNumber !== undefined && !live) {
    entries.push({
      label: text.compareLive,
      icon: <GitCompareArrows aria-hidden />,
      onSelect: () => onLook({ number, against: liveNumber }),
    });
  }
  if (canEdit && !live) entries.push("divider", { label: text.rollBack, icon: <RotateCcw aria-hidden />, onSelect: onRollBack });
  return (
    <li className="group flex items-start gap-2 border-t border-line px-4 py-2.5 hover:bg-hover">
      <button type="button" className="min-w-0 flex-1 text-left" onClick={() => onLook({ number })}>
        <span className="flex items-center gap-2">
          <span className="text-sm font-medium">{text.version(number)}</span>
          {live ? <Badge tone="good">{text.live}</Badge> : null}
        </span>
        <span className={`mt-0.5 block text-sm break-words whitespace-pre-wrap ${note === "" ? "text-faint" : "text-ink"}`}>
          {note === "" ? text.noNote : note}
        </span>
        <span className="mt-0.5 block text-xs text-muted" title={formatExact(createdAt)}>
          {formatAgo(createdAt, now)} {createdBy ? text.by(createdBy.name) : text.byKey}
        </span>
      </button>
      <Menu entries={entries}>
        <IconButton label={text.more(number)} size="sm" className="-mr-2">
          <Ellipsis aria-hidden />
        </IconButton>
      </Menu>
    </li>
  );
}

function RollBackDialog({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const rollBack = useRollBack();
  const text = publishText.versions;
  const confirm = (): void =>
    rollBack.mutate(number, {
      onSuccess: () => {
        toast.success(text.rolledBack(number));
        onClose();
      },
      onError: sayWhy,
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={text.rollBackTitle(number)}
      footer={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button look="solid" disabled={rollBack.isPending} onClick={confirm}>
            {text.rollBack}
          </Button>
        </>
      }
    >
      <p className="text-sm text-muted">{text.rollBackHelp}</p>
    </Dialog>
  );
}
