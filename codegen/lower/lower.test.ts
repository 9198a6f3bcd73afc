import { describe, expect, it } from "vitest";
import { printBlock } from "../ir/print.ts";
import { draw } from "../testing/draw.ts";
import { testCatalog } from "../testing/test-catalog.ts";
import { lower } from "./lower.ts";

function lines(nodes: string, edges: string): string[] {
  return printBlock(lower(draw(nodes, edges), testCatalog).body);
}

describe("lower", () => {
  it("writes a chain as one statement after the other", () => {
    expect(lines("a, b, c", "input > a > b > c")).toEqual(["call a", "call b", "call c"]);
  });

  it("runs what nothing orders in parallel, and the join once after it", () => {
    expect(lines("a, b, c, d", "input > a > b > d, input > c > d")).toEqual([
      "parallel",
      "  arm",
      "    call a",
      "    call b",
      "  arm",
      "    call c",
      "call d",
    ]);
  });

  it("asks nothing of a wait that can only end in ways that all lead on", () => {
    expect(lines("go:approval, a", "input > go, go.approved > a, go.rejected > a")).toEqual(["approval go", "call a"]);
  });

  it("leaves out what only a timeout that never comes leads to", () => {
    expect(lines("go:approval, a, b", "input > go, go.approved > a, go.timeout > b")).toEqual([
      "approval go",
      "branch go",
      "  approved:",
      "    call a",
    ]);
  });

  it("waits for nothing that came through a disabled step along a dead edge", () => {
    expect(
      lines("v:if, go:approval, gone:off, a, b", "input > v, v.true > go, go.timeout > gone, v.false > gone > a, v.false > a, v.false > b"),
    ).toEqual([
      "if v",
      "  true:",
      "    approval go",
      "  false:",
      "    parallel",
      "      arm",
      "        call a",
      "      arm",
      "        call b",
    ]);
  });

  it("lets a step that two ports of one lead to wait for no more than that one", () => {
    expect(
      lines("v:if, one:set, gone:off, a, b, c", "input > v, v.true > one > gone, v.false > a > b, gone.error > b, b > c, b.error > c"),
    ).toEqual(["if v", "  true:", "    set one", "  false:", "    call a", "    call b catches", "    call c"]);
  });

  it("names a promise for each step where joins cross", () => {
    expect(lines("a, b, ab, onlyB", "input > a > ab, input > b > ab, b > onlyB")).toEqual([
      "tasks",
      "  task a",
      "    call a",
      "  task b",
      "    call b",
      "  task ab after a, b",
      "    call ab",
      "  task onlyB after b",
      "    call onlyB",
    ]);
  });

  it("keeps chains and diamonds inside crossing joins together as one task", () => {
    expect(lines("a, a2, x, y, a3, b, ab, onlyB", "input > a > a2 > x > a3 > ab, a2 > y > a3, input > b > ab, b > onlyB")).toEqual([
      "tasks",
      "  task a3",
      "    call a",
      "    call a2",
      "    parallel",
      "      arm",
      "        call x",
      "      arm",
      "        call y",
      "    call a3",
      "  task b",
      "    call b",
      "  task ab after a3, b",
      "    call ab",
      "  task onlyB after b",
      "    call onlyB",
    ]);
  });

  it("doesn't let a join wait for a sister branch that it doesn't join", () => {
    expect(lines("c:if, a, x, b, j", "input > c.true > a > j, c.true > x, c.false > b > j")).toEqual([
      "decide c",
      "parallel",
      "  arm",
      "    branch c",
      "      true:",
      "        call a",
      "      false:",
      "        call b",
      "    call j",
      "  arm",
      "    branch c",
      "      true:",
      "        call x",
    ]);
  });

  it("puts a branch that leads nowhere before the join of its sisters: they exclude each other", () => {
    expect(lines("c:if, d:if, x, j", "input > c.true > d.true > x, d.false > j, c.false > j")).toEqual([
      "decide c",
      "branch c",
      "  true:",
      "    decide d",
      "    branch d",
      "      true:",
      "        call x",
      "when c.false or d.false",
      "  call j",
    ]);
  });

  it("puts a guard around a join of some arms only", () => {
    expect(lines("s:switch, a, b, ab, end", "input > s.gold > a > ab, s.silver > b > ab > end, s.default > end")).toEqual([
      "decide s",
      "branch s",
      "  gold:",
      "    call a",
      "  silver:",
      "    call b",
      "when s.gold or s.silver",
      "  call ab",
      "call end",
    ]);
  });

  it("joins both outcomes of a step without a condition", () => {
    expect(lines("work, report", "input > work > report, work.error > report")).toEqual(["call work catches", "call report"]);
  });

  it("goes on after a branch that ends the run", () => {
    expect(lines("ok:if, no:return, a, b", "input > ok.false > no, ok.true > a > b")).toEqual([
      "if ok",
      "  false:",
      "    return no",
      "call a",
      "call b",
    ]);
  });

  it("moves an early return out of concurrent code", () => {
    expect(lines("c:if, a, d:if, no:return, b, x, j", "input > c.true > a > d.true > no, d.false > b > j, c.false > x > j")).toEqual([
      "if c",
      "  true:",
      "    call a",
      "    if d",
      "      true:",
      "        return no",
      "    call b",
      "  false:",
      "    call x",
      "call j",
    ]);
  });

  it("runs what follows a disabled step as if it were an empty one", () => {
    expect(lines("a, old:off, b, never", "input > a > old > b, old.error > never")).toEqual(["call a", "call b"]);
  });

  it("leaves loose nodes and notes out", () => {
    expect(lines("a, lost, after, remark:note", "input > a, lost > after")).toEqual(["call a"]);
  });

  it("starts the nodes of a loop that nothing leads to together each round", () => {
    expect(lines("all:each, all/a, all/b, all/c", "input > all, a > c, b > c")).toEqual([
      "forEach all",
      "  parallel",
      "    arm",
      "      call a",
      "    arm",
      "      call b",
      "  call c",
    ]);
  });

  it("lowers a long chain and a wide fan-out in little time", () => {
    const names = Array.from({ length: 5000 }, (_, index) => `n${index}`);
    const chain = draw(names.join(), ["input", ...names].join(" > "));
    expect(lower(chain, testCatalog).body).toHaveLength(5000);
    const fan = draw(names.join(), names.map((name) => `input > ${name}`).join());
    expect(lower(fan, testCatalog).body).toHaveLength(1);
  });
});
