"use client";
import { Ban, Copy, Ellipsis, ExternalLink, FlaskConical, GitCompareArrows, RotateCcw, SquarePen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { api, apiResponse } from "../../api/client.ts";
import { saveFile } from "../../api/save-file.ts";
import { sayWhy } from "../../api/say-why.ts";
import { copyText } from "../../json/copy-text.ts";
import { useCanEdit } from "../../shell/session-context.tsx";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import type { MenuEntry } from "../../ui/menu.tsx";
import { Menu } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.ts";
import { compareAddress, editorAddress, runAddress } from "../run-address.ts";
import { hasEnded } from "../timeline/apply-messages.ts";
import type { Rerun, RunActions } from "./use-run-actions.ts";

interface RunButtonsProps {
  readonly workspace: string;
  readonly run: RunTimeline["run"];
  readonly actions: RunActions;
  readonly canRun: boolean;
  /** Where it is shown: links lead to the other place. */
  readonly place: "editor" | "page";
}

/** Cancel, run again, and whatever else is done with a run as a whole. */
export function RunButtons({ workspace, run, actions, canRun, place }: RunButtonsProps) {
  const router = useRouter();
  const canEdit = useCanEdit();
  const [asks, setAsks] = useState(false);
  const text = runsText.actions;
  const ended = hasEnded(run.status);
  const again = (rerun: Rerun) => () => actions.rerun.mutate(rerun);
  const failed: readonly MenuEntry[] =
    run.status === "failed"
      ? [
          "divider",
          { label: text.failedSame, onSelect: again({ from: "failed", version: "same" }) },
          { label: text.failedLive, onSelect: again({ from: "failed", version: "live" }) },
        ]
      : [];
  const more: MenuEntry[] = [
    {
      label: runsText.copyLink,
      icon: <Copy aria-hidden />,
      onSelect: () => copyText(new URL(runAddress(workspace, run.id), location.href).href, runsText.linkCopied),
    },
    { label: runsText.copyId, icon: <Copy aria-hidden />, onSelect: () => copyText(run.id, runsText.idCopied) },
    place === "editor"
      ? { label: runsText.openPage, icon: <ExternalLink aria-hidden />, onSelect: () => router.push(runAddress(workspace, run.id)) }
      : {
          label: runsText.openOnCanvas,
          icon: <SquarePen aria-hidden />,
          onSelect: () => router.push(editorAddress(workspace, run.document, run.id)),
        },
  ];
  const { rerunOf } = run;
  if (rerunOf !== null) {
    more.push({
      label: text.compare,
      icon: <GitCompareArrows aria-hidden />,
      onSelect: () => router.push(compareAddress(workspace, rerunOf, run.id)),
    });
  }
  if (run.status === "completed" || run.status === "failed") {
    more.push("divider", {
      label: text.downloadTest,
      icon: <FlaskConical aria-hidden />,
      onSelect: () =>
        void apiResponse("GET /api/runs/{id}/test", { params: { id: run.id } })
          .then(saveFile)
          .catch(sayWhy),
    });
    if (canEdit) {
      more.push({
        label: text.keepTest,
        icon: <FlaskConical aria-hidden />,
        onSelect: () =>
          void api("POST /api/documents/{id}/tests", { params: { id: run.document }, body: { run: run.id } })
            .then(() => toast(text.testKept))
            .catch(sayWhy),
      });
    }
  }
  return (
    <div className="flex shrink-0 items-center gap-1">
      {canRun && !ended ? (
        <Button size="sm" disabled={actions.cancel.isPending} onClick={() => setAsks(true)}>
          <Ban aria-hidden />
          {text.cancel}
        </Button>
      ) : null}
      {canRun && ended ? (
        <Menu
          entries={[
            { label: text.againSame, onSelect: again({ from: "start", version: "same" }) },
            { label: text.againLive, onSelect: again({ from: "start", version: "live" }) },
            ...failed,
          ]}
        >
          <Button size="sm" disabled={actions.rerun.isPending}>
            <RotateCcw aria-hidden />
            {text.again}
          </Button>
        </Menu>
      ) : null}
      <Menu entries={more}>
        <IconButton label={text.more} size="sm">
          <Ellipsis aria-hidden />
        </IconButton>
      </Menu>
      <Dialog
        open={asks && !ended}
        onOpenChange={setAsks}
        title={text.cancelTitle}
        description={text.cancelHelp}
        size="sm"
        footer={
          <>
            <Button onClick={() => setAsks(false)}>{text.keepRunning}</Button>
            <Button
              look="danger"
              onClick={() => {
                actions.cancel.mutate();
                setAsks(false);
              }}
            >
              {text.cancel}
            </Button>
          </>
        }
      >
        <p className="truncate font-mono text-xs text-muted">{run.id}</p>
      </Dialog>
    </div>
  );
}
