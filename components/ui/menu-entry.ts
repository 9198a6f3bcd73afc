import type { ReactNode } from "react";

/** One line of a menu, or a line between. */
export type MenuEntry =
  | "divider"
  | {
      readonly label: string;
      readonly icon?: ReactNode;
      readonly keys?: string;
      readonly onSelect: () => void;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      /** Shown with a tick (or without), for what is on or off. */
      readonly checked?: boolean;
    };
