import type { ExternalToast, toast as sonnerToast } from "sonner";

type Say = (message: string, options?: ExternalToast) => void;

/** Says what happened, at the lower edge of the page. The library comes with the first message or when the page is idle; no message is lost until then. */
export const toast = Object.assign(
  say((sonner) => sonner),
  {
    success: say((sonner) => sonner.success),
    info: say((sonner) => sonner.info),
    error: say((sonner) => sonner.error),
    /** Takes a message away before its time. */
    dismiss: (id: string): void => void import("sonner").then(({ toast: sonner }) => sonner.dismiss(id)),
  },
);

function say(how: (sonner: typeof sonnerToast) => (...said: Parameters<Say>) => unknown): Say {
  return (...said) => void import("sonner").then(({ toast: sonner }) => how(sonner)(...said));
}
