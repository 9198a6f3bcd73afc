import type { FlowNode } from "./to-flow.ts";

/** Milliseconds of a movement. */
const DURATION = 320;
/** More nodes than this jump: a movement that stutters shows nothing. */
const MOST = 200;

/** Moves nodes from where they are drawn to where they belong, with their edges; gives the function that ends it at once. */
export function animateNodes(from: readonly FlowNode[], to: FlowNode[], draw: (nodes: FlowNode[]) => void): () => void {
  const before = new Map(from.map((node) => [node.id, node]));
  if (to.length > MOST) {
    draw(to);
    return () => undefined;
  }
  let frame = 0;
  let start: number | undefined;
  const step = (now: number): void => {
    start ??= now;
    const share = Math.min(1, (now - start) / DURATION);
    if (share === 1) return draw(to);
    const eased = 1 - (1 - share) ** 3;
    draw(
      to.map((node) => {
        const old = before.get(node.id);
        if (!old || old.parentId !== node.parentId) return node;
        const x = old.position.x + (node.position.x - old.position.x) * eased;
        const y = old.position.y + (node.position.y - old.position.y) * eased;
        return { ...node, position: { x, y } };
      }),
    );
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
