"use client";
import { assistText } from "../../text/assist.ts";
import { Button } from "../../ui/button.tsx";

/** What can be done with an answer that has not been put anywhere yet. */
export function Verdict({
  accept,
  onAccept,
  onDiscard,
}: {
  readonly accept: string;
  readonly onAccept: () => void;
  readonly onDiscard: () => void;
}) {
  return (
    <>
      <Button size="sm" onClick={onDiscard}>
        {assistText.discard}
      </Button>
      <Button size="sm" look="solid" onClick={onAccept}>
        {accept}
      </Button>
    </>
  );
}
