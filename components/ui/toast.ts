import type { ExternalToast, toast as sonnerToast } from "sonner";

type Say = (message: string, options?: ExternalToast) => void;

let library: Promise<typeof sonnerToast> | undefined;

/** Says what happened, at the lower edge of the page. The library comes with the first message; it keeps what is said until there is a place to show it. */
export const toast = Object.assign(
  say((sonner) => sonner),
  {
    success: say((sonner) => sonner.success),
    info: say((sonner) => sonner.info),
    error: say((sonner) => sonner.error),
    /** Takes a message away before its time. */
    dismiss: (id: string): void => void library?.then((sonner) => sonner.dismiss(id)),
  },
);

function say(how: (sonner: typeof sonnerToast) => (...said: Parameters<Say>) => unknown): Say {
  return (...said) => {
    library ??= import("sonner").then((loaded) => loaded.toast);
    void library.then((sonner) => how(sonner)(...said));
  };
}
