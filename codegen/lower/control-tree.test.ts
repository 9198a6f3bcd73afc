import { describe, expect, it } from "vitest";
import { ALWAYS, ControlTree, NEVER } from "./control-tree.ts";

/** Decision 0 is made always; 1 when 0 chose `a`; 2 when 0 chose `b` or 1 chose `a`. */
function makeTree() {
  const tree = new ControlTree();
  tree.addDecision(0, ALWAYS, ["a", "b"]);
  tree.addDecision(1, tree.literal(0, "a"), ["a", "b"]);
  const either = tree.join([tree.literal(0, "b"), tree.literal(1, "a")]);
  tree.addDecision(2, either, ["a", "b"]);
  return { tree, either };
}

describe("ControlTree", () => {
  it("takes all ports of a decision together for the decision having been made", () => {
    const { tree } = makeTree();
    expect(tree.join([tree.literal(0, "a"), tree.literal(0, "b")])).toBe(ALWAYS);
    expect(tree.join([tree.literal(1, "b"), tree.literal(1, "a")])).toBe(tree.literal(0, "a"));
  });

  it("drops a literal that another one covers", () => {
    const { tree } = makeTree();
    expect(tree.join([tree.literal(0, "a"), tree.literal(1, "b")])).toBe(tree.literal(0, "a"));
  });

  it("gives one node to sets that mean the same", () => {
    const { tree, either } = makeTree();
    expect(tree.join([tree.literal(2, "a"), tree.literal(2, "b")])).toBe(either);
    expect(tree.join([tree.literal(2, "a"), tree.literal(1, "a"), tree.literal(0, "b")])).toBe(either);
  });

  it("knows what can't hold in the same run, through sets too", () => {
    const { tree } = makeTree();
    expect(tree.excludes(tree.literal(0, "b"), tree.literal(1, "a"))).toBe(true);
    expect(tree.excludes(tree.literal(2, "a"), tree.literal(1, "b"))).toBe(true);
    expect(tree.excludes(tree.literal(2, "a"), tree.literal(1, "a"))).toBe(false);
  });

  it("knows what implies what", () => {
    const { tree, either } = makeTree();
    expect(tree.implies(tree.literal(2, "b"), either)).toBe(true);
    expect(tree.implies(tree.literal(1, "a"), either)).toBe(true);
    expect(tree.implies(either, tree.literal(1, "a"))).toBe(false);
    expect(tree.implies(NEVER, tree.literal(1, "a"))).toBe(true);
  });

  it("never holds when nothing can make it hold", () => {
    expect(new ControlTree().join([])).toBe(NEVER);
  });
});
