"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useAtom } from "jotai";
import dynamic from "next/dynamic";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { paletteText } from "../../text/palette.ts";
import { useOpenDocument } from "../document-context.tsx";
import { paletteAtom } from "../screen.ts";
import { PaletteList } from "./palette-list.tsx";
import { actionsKey } from "./use-palette-items.ts";

const ImportDialog = dynamic(async () => (await import("./services/import-dialog.tsx")).ImportDialog, { ssr: false });
const DescribeDialog = dynamic(async () => (await import("./services/describe-dialog.tsx")).DescribeDialog, { ssr: false });

/** Adds steps and runs commands, by typing. Shown while `paletteAtom` says what for. */
export function Palette() {
  const [request, setRequest] = useAtom(paletteAtom);
  const { workspace } = useOpenDocument();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<"import" | "describe">();
  const [service, setService] = useState<string>();
  const [hidden, setHidden] = useState(false);
  if (!request) return null;
  const hide = (isHidden: boolean): void => {
    setHidden(isHidden);
    // The dialog keeps the pointer from the page below; what is dragged out of it must get there.
    document.body.style.pointerEvents = isHidden ? "auto" : "none";
  };
  const close = (): void => {
    setDialog(undefined);
    setRequest(undefined);
  };
  const added = (label: string): void => {
    void queries.invalidateQueries({ queryKey: actionsKey(workspace) });
    // Back to where the person came from, at what has just been added.
    setService(label);
    setDialog(undefined);
  };
  if (dialog === "import") return <ImportDialog onClose={() => setDialog(undefined)} onAdded={added} />;
  if (dialog === "describe") return <DescribeDialog onClose={() => setDialog(undefined)} onAdded={added} />;
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        {/* While an item is dragged out the palette steps aside but stays, or the browser would end the drag. */}
        <Dialog.Overlay className={hidden ? "hidden" : "fixed inset-0 z-40 bg-scrim/60"} />
        <Dialog.Content
          aria-describedby={undefined}
          style={hidden ? { opacity: 0, pointerEvents: "none" } : undefined}
          onCloseAutoFocus={(event) => {
            // What was added, or what was there before, has the focus already.
            event.preventDefault();
          }}
          className="fixed top-[12vh] left-1/2 z-40 flex max-h-[min(34rem,76vh)] w-[min(46rem,calc(100vw-1.5rem))] -translate-x-1/2 animate-appear flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-high outline-none"
        >
          <Dialog.Title className="sr-only">{request.at ? paletteText.titleAdd : paletteText.title}</Dialog.Title>
          <PaletteList
            key={service ?? ""}
            request={request}
            {...(service === undefined ? {} : { initialService: service })}
            onClose={close}
            onDialog={setDialog}
            onHide={hide}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
