import { describe, expect, it } from "vitest";
import { draw } from "../../../codegen/testing/draw.ts";
import { setConfig } from "./commands/set-config.ts";
import { keepIdentity } from "./keep-identity.ts";

describe("a graph made anew", () => {
  const before = draw("a, b", "input > a > b");

  it("that says the same is the former one, whatever the order of keys", () => {
    const again = {
      ...structuredClone(before),
      nodes: before.nodes.map(({ id, ...rest }) => ({ ...structuredClone(rest), id, label: undefined })),
    };
    expect(keepIdentity(before, again)).toBe(before);
  });

  it("takes from the former one what did not change", () => {
    const after = keepIdentity(before, structuredClone(setConfig(before, "b", ["url"], "x")));
    expect(after.nodes.map((node, place) => node === before.nodes[place])).toEqual([true, true, false]);
    expect(after.edges).toBe(before.edges);
    expect(keepIdentity(before, { ...before, title: "New" })).toMatchObject({ title: "New", nodes: before.nodes });
  });
});
