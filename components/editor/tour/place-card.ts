interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Where a card stands on the screen, in pixels, and the frame around what it is about. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly ring: Box | undefined;
}

const GAP = 14;
/** What fills the screen is not framed: the card stands on it. */
const LARGE = 0.5;

/** Below the target, or above where there is no room; in the lower left corner of a large one; in the middle when there is none. */
export function placeCard(target: Box | undefined, card: Size, screen: Size): Place {
  const clamp = (value: number, most: number): number => Math.max(GAP, Math.min(value, most - GAP));
  if (!target || target.width === 0) {
    return { left: (screen.width - card.width) / 2, top: (screen.height - card.height) / 2, ring: undefined };
  }
  if (target.width * target.height > screen.width * screen.height * LARGE) {
    return { left: target.left + 2 * GAP, top: target.top + target.height - card.height - 5 * GAP, ring: undefined };
  }
  const below = target.top + target.height + GAP;
  const fits = below + card.height + GAP < screen.height;
  const { left, top, width, height } = target;
  return {
    left: clamp(left + width / 2 - card.width / 2, screen.width - card.width),
    top: fits ? below : clamp(top - card.height - GAP, screen.height - card.height),
    ring: { left, top, width, height },
  };
}
