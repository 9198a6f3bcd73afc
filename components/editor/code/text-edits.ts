/** A stretch of a text, half-open offsets, and what stands in its place afterwards. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Beyond so many differing lines two texts are taken for different ones: finding the least that differs would cost more than it spares. */
const MOST_DIFFERENCES = 400;

/** The least that makes one text of another, line by line and within each changed stretch as little as possible; in order, apart from each other. */
export function findEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const [old, fresh] = [splitLines(before), splitLines(after)];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  const kept = matchLines(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
  const anchors = [...kept.map(([from, to]): [number, number] => [from + head, to + head]), [old.length - tail, fresh.length - tail]];
  const starts = offsetsOf(old);
  const edits: TextEdit[] = [];
  let [from, to] = [head, head];
  for (const [nextFrom = 0, nextTo = 0] of anchors) {
    if (nextFrom > from || nextTo > to) {
      const start = starts[from] ?? before.length;
      edits.push(trim({ start, end: starts[nextFrom] ?? before.length, text: fresh.slice(to, nextTo).join("") }, before));
    }
    [from, to] = [nextFrom + 1, nextTo + 1];
  }
  return edits;
}

/** The text with edits of `findEdits` made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let made = "";
  let at = 0;
  for (const edit of edits) {
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return made + text.slice(at);
}

/** Where a place of the text before stands afterwards; one inside a stretch that went stands at its start. */
export function mapOffset(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (offset < start || (offset === start && end > start)) break;
    if (offset < end) return start + shift + Math.min(offset - start, text.length);
    shift += text.length - (end - start);
  }
  return offset + shift;
}

function splitLines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function offsetsOf(lines: readonly string[]): number[] {
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length);
  return offsets;
}

/** Without what both texts begin and end with. */
function trim({ start, end, text }: TextEdit, before: string): TextEdit {
  const old = before.slice(start, end);
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

/** The lines that both have in common, in order, as pairs of places: Myers' shortest edit script. */
function matchLines(old: readonly string[], fresh: readonly string[]): [number, number][] {
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let differences = 0; differences <= Math.min(old.length + fresh.length, MOST_DIFFERENCES); differences++) {
    trace.push(new Map(reach));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down =
        diagonal === -differences || (diagonal !== differences && (reach.get(diagonal - 1) ?? 0) < (reach.get(diagonal + 1) ?? 0));
      let x = down ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return walkBack(trace, old.length, fresh.length);
    }
    reach = new Map(reach);
  }
  return [];
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], oldLength: number, freshLength: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [oldLength, freshLength];
  for (let differences = trace.length - 1; differences >= 0; differences--) {
    const reach = trace[differences] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = diagonal === -differences || (diagonal !== differences && (reach.get(diagonal - 1) ?? 0) < (reach.get(diagonal + 1) ?? 0));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const startX = reach.get(previous) ?? 0;
    const startY = startX - previous;
    while (x > startX && y > startY && x > 0 && y > 0) pairs.push([--x, --y]);
    [x, y] = [startX, startY];
  }
  return pairs.toReversed();
}
