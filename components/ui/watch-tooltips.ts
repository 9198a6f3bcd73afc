/** How long a pointer rests before the first tooltip shows, and how soon after one the next shows at once, in milliseconds. */
const DELAY_MS = 400;
const WARM_MS = 200;

export interface TooltipWatch {
  readonly close: () => void;
  readonly dispose: () => void;
}

/** Tells which element's tooltip is to be shown: the one the pointer rests on or the keyboard has come to, until it is pressed or left with the keyboard. */
export function watchTooltips(show: (element: HTMLElement | undefined) => void): TooltipWatch {
  const gone = new AbortController();
  let aimed: HTMLElement | undefined;
  let shown: HTMLElement | undefined;
  let closedAt = -WARM_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (element: HTMLElement): void => {
    clearTimeout(timer);
    if (!element.isConnected) return;
    shown = element;
    show(element);
  };
  const close = (): void => {
    clearTimeout(timer);
    if (!shown) return;
    shown = undefined;
    closedAt = performance.now();
    show(undefined);
  };
  const aim = (element: HTMLElement | undefined): void => {
    if (shown?.isConnected === false) close();
    if (element === aimed) return;
    aimed = element;
    clearTimeout(timer);
    if (!element || element === shown) return;
    const isWarm = shown !== undefined || performance.now() - closedAt < WARM_MS;
    timer = setTimeout(() => open(element), isWarm ? 0 : DELAY_MS);
  };
  // On the way down: some of the canvas keeps presses to itself.
  const listen = <Name extends keyof DocumentEventMap>(name: Name, hear: (event: DocumentEventMap[Name]) => void): void =>
    document.addEventListener(name, hear, { signal: gone.signal, capture: true });

  listen("pointerover", ({ pointerType, target }) => {
    if (pointerType !== "touch") aim(namedBy(target));
  });
  listen("pointerdown", close);
  listen("click", close);
  listen("focusin", ({ target }) => {
    const element = namedBy(target);
    if (element?.matches(":focus-visible")) open(element);
  });
  listen("focusout", ({ target }) => {
    if (shown && namedBy(target) === shown) close();
  });

  // What the pointer and the keyboard came to before anybody watched.
  aim([...document.querySelectorAll<HTMLElement>("[data-tooltip]:hover")].at(-1));
  const focused = namedBy(document.activeElement);
  if (focused?.matches(":focus-visible")) open(focused);

  return {
    close,
    dispose() {
      clearTimeout(timer);
      gone.abort();
    },
  };
}

function namedBy(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>("[data-tooltip]")) || undefined;
}
