"use client";
import { useSetAtom } from "jotai";
import { useCallback, useEffect, useRef, useState } from "react";
import { tourText as text } from "../../text/tour.ts";
import { Button } from "../../ui/button.tsx";
import { tourAtom } from "../screen.ts";
import { noteTourSeen } from "./tour-seen.ts";
import type { Place } from "./place-card.ts";
import { placeCard } from "./place-card.ts";

const CARD = { width: 320, height: 170 };

/** Shows what is what, a step at a time, beside the thing itself. Escape skips it. */
export function Tour() {
  const setTour = useSetAtom(tourAtom);
  const [at, setAt] = useState(0);
  const [place, setPlace] = useState<Place>();
  const card = useRef<HTMLDialogElement>(null);
  const step = text.steps[at];
  const target = step?.target;

  useEffect(() => {
    const measure = (): void => {
      const box = document.querySelector(`[data-tour="${target ?? ""}"]`)?.getBoundingClientRect();
      setPlace(placeCard(box, CARD, { width: innerWidth, height: innerHeight }));
    };
    measure();
    card.current?.focus();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [target]);

  const end = useCallback((): void => {
    noteTourSeen();
    setTour(false);
  }, [setTour]);

  useEffect(() => {
    const skip = (event: KeyboardEvent): void => {
      if (event.key === "Escape") end();
    };
    document.addEventListener("keydown", skip);
    return () => document.removeEventListener("keydown", skip);
  }, [end]);

  if (!step) return null;
  const isLast = at === text.steps.length - 1;
  return (
    <>
      {place?.ring ? (
        <div
          aria-hidden
          style={place.ring}
          className="pointer-events-none fixed z-40 rounded-lg ring-2 ring-accent ring-offset-2 ring-offset-canvas"
        />
      ) : null}
      <dialog
        open
        ref={card}
        aria-label={text.label}
        aria-describedby="tour-text"
        tabIndex={-1}
        style={place ? { left: place.left, top: place.top, width: CARD.width } : { visibility: "hidden" }}
        className="fixed z-50 m-0 animate-appear rounded-xl border border-line bg-raised p-4 shadow-high outline-none"
      >
        <p className="text-xs text-faint">{text.step(at + 1, text.steps.length)}</p>
        <h2 className="mt-1 text-base font-semibold">{step.title}</h2>
        <p id="tour-text" className="mt-1 text-sm text-muted">
          {step.text}
        </p>
        <div className="mt-4 flex justify-between gap-2">
          <Button look="ghost" size="sm" className="-ml-2" onClick={end}>
            {text.skip}
          </Button>
          <Button look="solid" size="sm" onClick={() => (isLast ? end() : setAt(at + 1))}>
            {isLast ? text.done : text.next}
          </Button>
        </div>
      </dialog>
    </>
  );
}
