"use client";
import { useEffect, useState } from "react";

/** The time in milliseconds, kept going in steps of `every` milliseconds; it stands still for undefined. */
export function useNow(every: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (every === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
