import type { Ref } from "react";
import { useEffect, useImperativeHandle } from "react";

/** Stands for an element that is drawn elsewhere, so that what Radix opens stands beside it, describes it and gives the focus back to it. */
export function Lent({
  element,
  ref,
  "aria-describedby": description,
}: {
  readonly element: HTMLElement;
  /** From Radix, as the description is. */
  readonly ref?: Ref<HTMLElement>;
  readonly "aria-describedby"?: string;
}) {
  useImperativeHandle(ref, () => element, [element]);
  useEffect(() => {
    if (description === undefined) return undefined;
    const before = element.getAttribute("aria-describedby");
    element.setAttribute("aria-describedby", before === null ? description : `${before} ${description}`);
    return () => {
      if (before === null) element.removeAttribute("aria-describedby");
      else element.setAttribute("aria-describedby", before);
    };
  }, [description, element]);
  return null;
}
