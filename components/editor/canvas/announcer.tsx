"use client";
import { atom, useAtomValue } from "jotai";

const newsAtom = atom<{ readonly text: string; readonly count: number }>({ text: "", count: 0 });

/** Reads out what was just done, to those who do not see it. */
export const announceAtom = atom(null, (get, set, text: string) => set(newsAtom, { text, count: get(newsAtom).count + 1 }));

/** The place that is read out. Every second piece of news ends in a blank, so that the same words are news again. */
export function Announcer() {
  const { text, count } = useAtomValue(newsAtom);
  return (
    <output aria-live="polite" className="sr-only">
      {count % 2 === 0 ? text : `${text} `}
    </output>
  );
}
